package hyperlab.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.MissingResourceException;
import javafx.scene.text.Font;

/** The one gate to the files that come with the program. */
final class Assets {
    private static final List<String> FONTS = List.of("/fonts/Pretendard-Regular.ttf", "/fonts/Pretendard-Bold.ttf");
    private static final double ANY_SIZE = 12;
    private static final String SHEET = "/css/hyperlab.css";

    private Assets() {}

    /** Made when it is first asked for. */
    private static final class Presented {
        private static final String SHEET = larger();
    }

    static String styleSheet() {
        return url(SHEET).toExternalForm();
    }

    /** The same sheet in the sizes of a presentation, and what else is other there. */
    static List<String> presentedSheets() {
        return List.of(Presented.SHEET, url("/css/presented.css").toExternalForm());
    }

    private static String larger() {
        try (InputStream in = url(SHEET).openStream()) {
            byte[] sheet = PresentedSheet.of(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            return "data:text/css;base64," + Base64.getEncoder().encodeToString(sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes Pretendard known to JavaFX; charts know it by their own way. Loading it again does nothing. */
    static void loadFonts() {
        FONTS.forEach(font -> Font.loadFont(url(font).toExternalForm(), ANY_SIZE));
    }

    private static URL url(String path) {
        URL found = Assets.class.getResource(path);
        if (found == null) {
            throw new MissingResourceException("the program's own file is missing: " + path, "assets", path);
        }
        return found;
    }
}
