package hyperlab.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.text.Font;

/** The only access to the bundled resource files. */
public final class Assets {
    private static final List<String> FONTS = List.of("/fonts/Pretendard-Regular.ttf", "/fonts/Pretendard-Bold.ttf");
    private static final AtomicBoolean FONTS_LOADED = new AtomicBoolean();
    private static final double UNUSED_SIZE = 12;
    private static final String SHEET = "/css/hyperlab.css";
    private static final String PRESENTED_SHEET = "/css/presented.css";
    private static final Map<PresentationSizes, List<String>> PRESENTED = new ConcurrentHashMap<>();

    private Assets() {}

    static String styleSheet() {
        return url(SHEET).toExternalForm();
    }

    /** The same style sheet with presentation sizes, plus further rules for presentations. */
    static List<String> presentedSheets(PresentationSizes sizes) {
        return PRESENTED.computeIfAbsent(
                sizes, each -> List.of(dataUrl(each.enlarge(text(SHEET))), dataUrl(each.adapt(text(PRESENTED_SHEET)))));
    }

    static String text(String path) {
        try (InputStream in = url(path).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String dataUrl(String sheet) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(sheet.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Registers Pretendard with JavaFX; charts load it separately. Only the first call does this: each time, the
     * toolkit would copy the files.
     */
    public static void loadFonts() {
        if (!FONTS_LOADED.getAndSet(true)) {
            FONTS.forEach(font -> Font.loadFont(url(font).toExternalForm(), UNUSED_SIZE));
        }
    }

    private static URL url(String path) {
        URL found = Assets.class.getResource(path);
        if (found == null) {
            throw new MissingResourceException("the program's own file is missing: " + path, "assets", path);
        }
        return found;
    }
}
