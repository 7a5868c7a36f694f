package hyperlab.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** The first picture has no style sheet, but the colors of the theme. */
class OpeningFrameTest {
    @Test
    void hasTheColorsOfTheTheme() throws IOException {
        check(OpeningFrame.Colors.LIGHT, new PrimerLight().getUserAgentStylesheet());
        check(OpeningFrame.Colors.DARK, new PrimerDark().getUserAgentStylesheet());
    }

    private static void check(OpeningFrame.Colors colors, String sheet) throws IOException {
        try (InputStream in = Objects.requireNonNull(PrimerLight.class.getResourceAsStream(sheet), sheet)) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Map.of(
                            "fg-default", colors.text(),
                            "fg-muted", colors.muted(),
                            "bg-default", colors.ground(),
                            "bg-subtle", colors.rail(),
                            "bg-inset", colors.stage(),
                            "border-default", colors.border())
                    .forEach((role, color) -> assertEquals(color(css, role), color, sheet + " " + role));
        }
    }

    private static Color color(String css, String role) {
        Matcher found = Pattern.compile("-color-" + role + ":\\s*(#\\w+)").matcher(css);
        assertTrue(found.find(), role);
        return Color.web(found.group(1));
    }
}
