package hyperlab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentationSizesTest {
    @ParameterizedTest
    @CsvSource({"640, 20", "720, 20", "768, 20", "800, 20", "801, 22", "1080, 28", "1440, 36", "2160, 54"})
    void unitIsAFortiethOfTheScreen(double height, double unit) {
        assertEquals(unit, PresentationSizes.forScreen(height).unit());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-fx-font-size: 12px; | -fx-font-size: 20px;",
                "-fx-font-size: 14px; | -fx-font-size: 20px;",
                "-fx-font-size: 18px; | -fx-font-size: 24px;",
                "-fx-icon-size: 20px; | -fx-icon-size: 27px;",
                "-fx-min-height: 30px; | -fx-min-height: 42px;",
                "-fx-padding: 0 10px 1px 5px; | -fx-padding: 0 14px 1px 7px;",
                "-fx-background-radius: 6px, 5px; | -fx-background-radius: 8px, 7px;",
                "-fx-background-insets: 0, 1px 0 3px 0; | -fx-background-insets: 0, 1px 0 3px 0;",
                "-fx-border-width: 0 0 1px 0; | -fx-border-width: 0 0 1px 0;",
                "-fx-background-color: #0969da, -color-bg-default; | -fx-background-color: #0969da, -color-bg-default;"
            })
    void typeIsAtLeastTheUnitAndLengthsGrowByOneFactor(String rule, String presented) {
        PresentationSizes sizes = PresentationSizes.forScreen(768);
        assertEquals(".card { " + presented + " }", sizes.enlarge(".card { " + rule + " }"));
    }

    @Test
    void lengthsGrowWithTheUnit() {
        PresentationSizes sizes = PresentationSizes.forScreen(1080);
        assertEquals(59, sizes.length(30));
        assertEquals(34, sizes.fontSize(18));
        assertEquals(".bar { -fx-padding: 0 14px 1px; }", sizes.adapt(".bar { -fx-padding: 0 10px 1px; }"));
    }

    @ParameterizedTest
    @CsvSource({"720", "768", "1080"})
    void allFontsAreAtLeastAFortiethOfTheScreen(double height) throws IOException {
        PresentationSizes sizes = PresentationSizes.forScreen(height);
        String sheets = sizes.enlarge(Files.readString(Path.of("assets/css/hyperlab.css")))
                + sizes.adapt(Files.readString(Path.of("assets/css/presented.css")));
        Matcher size = Pattern.compile("-fx-font-size:\\s*([\\d.]+)px").matcher(sheets);
        int found = 0;
        while (size.find()) {
            found++;
            assertTrue(Double.parseDouble(size.group(1)) >= height / 40, size.group());
        }
        assertTrue(found > 20, found + " sizes");
    }
}
