package hyperlab.file.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.rule.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureStateFormatTest {
    private static final FigureState STATE = new FigureState(
            "training-loss",
            "svg",
            169,
            new FigureSettings(
                    new FigureWidth(8.25, FigureWidth.Unit.CENTIMETERS),
                    0.618,
                    600,
                    7.5,
                    true,
                    true,
                    true,
                    true,
                    "Two runs, “η”\n두 실행",
                    false));

    @Test
    void readsWhatItWrote() {
        assertEquals(STATE, FigureStateFormat.parse(FigureStateFormat.write(STATE), "figure"));
        assertEquals(
                FigureState.DEFAULT, FigureStateFormat.parse(FigureStateFormat.write(FigureState.DEFAULT), "figure"));
    }

    @Test
    void missingKeysHaveDefaults() {
        FigureState state = FigureStateFormat.parse("{\"format\": \"hyperlab-figure/1\", \"width\": 9}", "figure");
        assertEquals(9, state.settings().width().value());
        assertEquals(FigureSettings.DEFAULT.dpi(), state.settings().dpi());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"width\": 1e9",
                "\"width\": \"8cm\"",
                "\"unit\": \"inch\"",
                "\"dpi\": 71",
                "\"textSize\": 0.5",
                "\"aspect\": 50",
                "\"dark\": 1",
                "\"colour\": true",
                "\"width\": 100, \"dpi\": 1200"
            })
    void rejectsInvalidValues(String entry) {
        String json = "{\"format\": \"hyperlab-figure/1\", " + entry + "}";
        assertThrows(InvalidInputException.class, () -> FigureStateFormat.parse(json, "figure"));
    }

    @Test
    void rejectsOtherFormats() {
        assertThrows(
                InvalidInputException.class,
                () -> FigureStateFormat.parse("{\"format\": \"hyperlab-runs/1\"}", "figure"));
        assertThrows(InvalidInputException.class, () -> FigureStateFormat.parse("[]", "figure"));
    }

    @ParameterizedTest
    @CsvSource({"8cm, 8, CENTIMETERS", "12.5 CM, 12.5, CENTIMETERS", "640px, 640, PIXELS"})
    void parsesWidthWithUnit(String text, double value, FigureWidth.Unit unit) {
        assertEquals(new FigureWidth(value, unit), FigureWidth.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "8in", "cm", "eightcm", "1cm", "101cm", "9000px", "NaNcm", "-8cm"})
    void rejectsOtherWidths(String text) {
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> FigureWidth.parse(text));
        assertTrue(error.line().contains("width"), error.line());
    }

    /** 9-point text has 12 logical pixels, so a logical pixel has 0.75 points: 12 cm = 340.16 points = 453.5 pixels. */
    @Test
    void logicalWidthGivesTextItsSize() {
        assertEquals(454, FigureSettings.DEFAULT.logicalWidth());
        FigureSettings small = new FigureSettings(
                new FigureWidth(12, FigureWidth.Unit.CENTIMETERS), 0, 300, 4.5, false, false, false, false, "", true);
        assertEquals(907, small.logicalWidth());
        assertEquals(12, 4.5 * small.logicalWidth() / small.points(), 0.01);
    }
}
