package hyperlab.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatsTest {
    @ParameterizedTest
    @CsvSource(
            value = {
                "0.1;0.1",
                "-5.1536;−5.154",
                "1209323.5;1,209,000",
                "-48672;−48,670",
                "9999;9999",
                "12093235;1.209×10⁷",
                "1.2e-5;1.2×10⁻⁵",
                "0;0"
            },
            delimiter = ';')
    void showsFewDigitsAndPowersOfTenWhereThereIsNeedOfThem(double value, String shown) {
        assertEquals(shown, NumberFormats.format(value));
    }

    @ParameterizedTest
    @CsvSource({"1209323.5,1.2×10⁶", "-99600,−1×10⁵", "0.25,2.5×10⁻¹", "0,0", "Infinity,∞"})
    void aPowerOfTenIsShownOfAnyNumber(double value, String shown) {
        assertEquals(shown, NumberFormats.formatPower(value, 2));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"1797;1797", "10000;10,000", "-16129;−16,129", "1234567;1,234,567"},
            delimiter = ';')
    void countsHaveCommasFromFiveDigitsOn(long number, String shown) {
        assertEquals(shown, NumberFormats.count(number));
    }

    @Test
    void countsBelowEachOtherHaveCommasAlike() {
        assertEquals(
                List.of("48,672", "12,168", "5,832", "99"), NumberFormats.counts(List.of(48672L, 12168L, 5832L, 99L)));
        assertEquals(List.of("9999", "−1797"), NumberFormats.counts(List.of(9999L, -1797L)));
    }

    /** An update that is smaller than the last digit is still a change. */
    @Test
    void changeHasAsManyDigitsAsItNeeds() {
        assertEquals("0.5 → 0.6", NumberFormats.formatChange(0.5, 0.6, 3));
        assertEquals("−0.1816 → −0.182", NumberFormats.formatChange(-0.1816, -0.182, 3));
        assertEquals("1.23 → 1.23", NumberFormats.formatChange(1.23, 1.23, 3));
        assertEquals("1 → 1", NumberFormats.formatChange(1, 1 + 1e-9, 3));
    }
}
