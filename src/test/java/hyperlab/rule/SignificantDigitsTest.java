package hyperlab.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SignificantDigitsTest {
    @Test
    void roundsToDigits() {
        assertEquals(0.0123, SignificantDigits.round(0.012345, 3));
        assertEquals(1000, SignificantDigits.round(999.6, 3));
        assertEquals(-0.2, SignificantDigits.round(-0.15000000000000002, 1));
        assertEquals(0, SignificantDigits.round(0, 3));
        assertEquals(Double.MIN_VALUE, SignificantDigits.round(Double.MIN_VALUE, 3));
    }

    @Test
    void staysFinite() {
        assertEquals(Double.MAX_VALUE, SignificantDigits.round(Double.MAX_VALUE, 2));
        assertEquals(Double.MAX_VALUE, SignificantDigits.round(Double.POSITIVE_INFINITY, 3));
        assertEquals(-Double.MAX_VALUE, SignificantDigits.round(Double.NEGATIVE_INFINITY, 3));
        assertEquals(Double.NaN, SignificantDigits.round(Double.NaN, 3));
    }
}
