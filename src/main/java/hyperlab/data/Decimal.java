package hyperlab.data;

import java.math.BigInteger;

/**
 * Parses decimal numbers from characters, as accurately as {@link Double#parseDouble} but without creating a string: up
 * to 19 digits times a power of ten, with one or two 64-bit products (Lemire 2021, "Number parsing at a gigabyte per
 * second", algorithm 1, with the shorter test of Mushtak and Lemire 2023). Cases that this does not decide are left to
 * {@code parseDouble}: more digits, subnormal numbers, and numbers that are too large.
 */
final class Decimal {
    private static final int LEAST_POWER = -342;
    private static final int MOST_POWER = 308;
    private static final int MOST_DIGITS = 19;
    /**
     * From this power of ten on, the matching power of five fits in 64 bits, so a tie between two doubles is possible.
     */
    private static final int LEAST_TIE = -4;

    private static final int MOST_TIE = 23;
    private static final int MANTISSA = 52;
    private static final int BIAS = 1023;
    private static final int INFINITE = 0x7ff;
    private static final long[] HIGH = new long[MOST_POWER - LEAST_POWER + 1];
    private static final long[] LOW = new long[MOST_POWER - LEAST_POWER + 1];

    static {
        BigInteger five = BigInteger.ONE;
        for (int power = 0; power <= -LEAST_POWER; power++) {
            if (power <= MOST_POWER) {
                keep(power, first128(five));
            }
            if (power > 0) {
                keep(-power, inverse(five));
            }
            five = five.multiply(BigInteger.valueOf(5));
        }
    }

    private Decimal() {}

    private static BigInteger first128(BigInteger number) {
        return number.shiftLeft(Math.max(0, 128 - number.bitLength()))
                .shiftRight(Math.max(0, number.bitLength() - 128));
    }

    /** The first 128 bits of the reciprocal, rounded up. */
    private static BigInteger inverse(BigInteger number) {
        return BigInteger.ONE.shiftLeft(number.bitLength() + 127).divide(number).add(BigInteger.ONE);
    }

    private static void keep(int power, BigInteger bits) {
        HIGH[power - LEAST_POWER] = bits.shiftRight(64).longValue();
        LOW[power - LEAST_POWER] = bits.longValue();
    }

    /**
     * Parses a finite decimal number such as {@code -1.5e3}. Anything else is NaN, including hexadecimal numbers,
     * {@code 1f} and {@code NaN}.
     *
     * @param to one past the last character
     */
    static double parse(char[] text, int from, int to) {
        int at = from;
        boolean negative = at < to && text[at] == '-';
        if (negative || (at < to && text[at] == '+')) {
            at++;
        }
        long digits = 0;
        int significant = 0;
        int seen = 0;
        int power = 0;
        boolean pastPoint = false;
        for (; at < to; at++) {
            char c = text[at];
            int digit = c - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                significant += significant > 0 || digit > 0 ? 1 : 0;
                seen++;
                power -= pastPoint ? 1 : 0;
            } else if (c == '.' && !pastPoint) {
                pastPoint = true;
            } else {
                break;
            }
        }
        if (seen == 0) {
            return Double.NaN;
        }
        if (at < to) {
            if (text[at] != 'e' && text[at] != 'E') {
                return Double.NaN;
            }
            int exponent = exponent(text, at + 1, to);
            if (exponent == Integer.MIN_VALUE) {
                return Double.NaN;
            }
            power += exponent;
        }
        if (significant <= MOST_DIGITS) {
            double value = digits == 0 ? 0 : nearest(digits, power);
            if (!Double.isNaN(value)) {
                return negative ? -value : value;
            }
        }
        double value = Double.parseDouble(new String(text, from, to - from));
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /**
     * Parses an exponent. Its magnitude is capped far beyond the range of a double; {@link Integer#MIN_VALUE} means
     * that it is invalid.
     */
    private static int exponent(char[] text, int from, int to) {
        int at = from;
        boolean negative = at < to && text[at] == '-';
        if (negative || (at < to && text[at] == '+')) {
            at++;
        }
        if (at == to) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; at < to; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            exponent = Math.min(100_000_000, exponent * 10 + digit);
        }
        return negative ? -exponent : exponent;
    }

    /** The double nearest to {@code digits · 10^power}, ties to even; NaN if this algorithm cannot decide. */
    private static double nearest(long digits, int power) {
        if (power < LEAST_POWER || power > MOST_POWER) {
            return Double.NaN;
        }
        int zeros = Long.numberOfLeadingZeros(digits);
        long number = digits << zeros;
        long high = highOf(number, HIGH[power - LEAST_POWER]);
        long low = number * HIGH[power - LEAST_POWER];
        if ((high & 0x1ff) == 0x1ff) {
            long more = highOf(number, LOW[power - LEAST_POWER]);
            low += more;
            if (Long.compareUnsigned(more, low) > 0) {
                high++;
            }
        }
        int top = (int) (high >>> 63);
        int shift = top + 64 - MANTISSA - 3;
        long mantissa = high >>> shift;
        int exponent = (((152170 + 65536) * power) >> 16) + 63 + top - zeros + BIAS;
        if (exponent <= 0) {
            return Double.NaN;
        }
        boolean isTie = Long.compareUnsigned(low, 1) <= 0
                && power >= LEAST_TIE
                && power <= MOST_TIE
                && (mantissa & 3) == 1
                && mantissa << shift == high;
        if (isTie) {
            mantissa &= ~1L;
        }
        mantissa = (mantissa + (mantissa & 1)) >>> 1;
        if (mantissa >= 2L << MANTISSA) {
            mantissa = 1L << MANTISSA;
            exponent++;
        }
        if (exponent >= INFINITE) {
            return Double.NaN;
        }
        return Double.longBitsToDouble(((long) exponent << MANTISSA) | (mantissa & ~(1L << MANTISSA)));
    }

    /** The upper 64 bits of the product of two unsigned numbers. */
    private static long highOf(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }
}
