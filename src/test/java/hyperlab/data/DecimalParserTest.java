package hyperlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Double#parseDouble} is exact to the last bit, so every result must be identical to it. */
class DecimalParserTest {
    private static final int MANY = 400_000;

    private static double parse(String text) {
        char[] within = ("7" + text + "7").toCharArray();
        return DecimalParser.parse(within, 1, within.length - 1);
    }

    private static void assertExact(String text) {
        long wanted = Double.doubleToRawLongBits(Double.parseDouble(text));
        long got = Double.doubleToRawLongBits(parse(text));
        if (wanted != got) {
            assertEquals(Double.parseDouble(text), parse(text), text);
            assertEquals(wanted, got, text);
        }
    }

    @Test
    void parsesShortestTextOfEveryDouble() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < MANY; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertExact(Double.toString(value));
            }
        }
    }

    @Test
    void roundsAnyDigitsAndExponentCorrectly() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < MANY; i++) {
            long digits = random.nextLong() >>> random.nextInt(1, 64);
            int power = random.nextInt(-330, 290);
            assertExact(digits + "e" + power);
            assertExact("-" + digits + "." + random.nextInt(1000));
        }
    }

    @Test
    void roundsHalfToEven() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < MANY / 4; i++) {
            long odd = (1L << 53) + (random.nextLong() >>> 11) | 1;
            for (long shift = 0; shift < 4; shift++) {
                BigDecimal half = BigDecimal.valueOf(odd << shift >> 1).add(new BigDecimal("0.5"));
                assertExact(half.toPlainString());
                assertExact(Long.toString(odd << shift));
            }
            assertExact(new BigDecimal(Math.nextUp(odd * 0x1p-60))
                    .add(new BigDecimal(odd * 0x1p-60))
                    .toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+0.0",
                "0e99999999999",
                "1",
                "+1.",
                ".5",
                "-.5e-3",
                "1E5",
                "1e+5",
                "007",
                "0.000001",
                "9007199254740993",
                "9223372036854775807",
                "9223372036854775808",
                "18446744073709551615",
                "99999999999999999999",
                "1.7976931348623157e308",
                "4.9e-324",
                "2.2250738585072014e-308",
                "2.2250738585072011e-308",
                "2.2250738585072012e-308",
                "1e-400",
                "1e-99999999999",
                "1e23",
                "8.5e22",
                "0.1000000000000000055511151231257827021181583404541015625",
                "00000000000000000000000001.5",
                "123456789012345678901234567890e-20",
                "6.631236846766476e-316",
                "9355950000000000000000000000000e-4"
            })
    void theCornersComeOutRight(String text) {
        assertExact(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "e5",
                "1e",
                "1e+",
                "1e5.",
                "1..2",
                "1.2.3",
                "--1",
                "1-",
                "0x10",
                "1f",
                "1d",
                "NaN",
                "Infinity",
                "inf",
                "1e999",
                "-1e309",
                "1.7976931348623159e308",
                "1_000",
                "1,5",
                "٣",
                " 1",
                "1 ",
                "1e1e1"
            })
    void whatIsNoFiniteDecimalNumberIsNaN(String text) {
        assertTrue(Double.isNaN(parse(text)), text);
    }
}
