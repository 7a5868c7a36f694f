package hyperlab.ui.control.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "0.1,0.1",
        "1e-3,0.001",
        "−2,-2",
        "-2,-2",
        " 7 ,7",
        ".5,0.5",
        "3.,3",
        "1E+2,100",
        "1.3×10⁻⁵,1.3e-5",
        "−2×10¹²,-2e12"
    })
    void readsNumbersAsTheyAreTyped(String text, double number) {
        assertEquals(OptionalDouble.of(number), NumberText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0,1", "1d", "NaN", "Infinity", "0x1p3", "1e", "--1", "a lot", "1 2", "×10⁵", "1×10"})
    void rejectsTextThatIsNotANumber(String text) {
        assertTrue(NumberText.parse(text).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "0.1,0.1",
        "1,1",
        "0.00001,1×10⁻⁵",
        "-5.25,−5.25",
        "0.0005,0.0005",
        "1024,1024",
        "0,0",
        "1e9,1×10⁹",
        "20000,20000"
    })
    void showsNumbersWithoutNoise(double number, String text) {
        assertEquals(text, NumberText.format(number));
    }

    @Test
    void displayedTextCanBeTyped() {
        for (double number : new double[] {0.1, 1.0 / 3, -1.5e-7, 123456, 2.5e20}) {
            double back = NumberText.parse(NumberText.format(number)).orElseThrow();
            assertEquals(number, back, Math.abs(number) * 1e-5);
        }
    }
}
