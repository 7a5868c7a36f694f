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

class PresentationStyleSheetTest {
    /** Font size in pixels that is too small to read from the back of a room. */
    private static final double TOO_SMALL = 15;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-fx-font-size: 12px; | -fx-font-size: 18px;",
                "-fx-font-size: 14px; | -fx-font-size: 20px;",
                "-fx-font-size: 18px; | -fx-font-size: 24px;",
                "-fx-icon-size: 20px; | -fx-icon-size: 26px;",
                "-fx-min-height: 30px; | -fx-min-height: 42px;",
                "-fx-padding: 0 10px 1px 5px; | -fx-padding: 0 14px 1px 7px;",
                "-fx-background-radius: 6px, 5px; | -fx-background-radius: 8px, 7px;",
                "-fx-background-insets: 0, 1px 0 3px 0; | -fx-background-insets: 0, 1px 0 3px 0;",
                "-fx-border-width: 0 0 1px 0; | -fx-border-width: 0 0 1px 0;",
                "-fx-background-color: #0969da, -color-bg-default; | -fx-background-color: #0969da, -color-bg-default;"
            })
    void typeGrowsByStepsAndLengthsByOneFactor(String rule, String presented) {
        assertEquals(".card { " + presented + " }", PresentationStyleSheet.of(".card { " + rule + " }"));
    }

    @Test
    void presentationFontsAreLargeEnoughForAClassroom() throws IOException {
        String sheet = PresentationStyleSheet.of(Files.readString(Path.of("assets/css/hyperlab.css")));
        Matcher size = Pattern.compile("-fx-font-size:\\s*([\\d.]+)px").matcher(sheet);
        int found = 0;
        while (size.find()) {
            found++;
            assertTrue(Double.parseDouble(size.group(1)) >= TOO_SMALL, size.group());
        }
        assertTrue(found > 20, found + " sizes");
    }
}
