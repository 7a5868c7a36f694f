package hyperlab.app;

import java.net.URL;
import java.util.List;
import java.util.MissingResourceException;
import javafx.scene.text.Font;

/** The one gate to the files that come with the program. */
final class Assets {
    private static final List<String> FONTS = List.of("/fonts/Pretendard-Regular.ttf", "/fonts/Pretendard-Bold.ttf");
    private static final double ANY_SIZE = 12;

    private Assets() {}

    static String styleSheet() {
        return url("/css/hyperlab.css").toExternalForm();
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
