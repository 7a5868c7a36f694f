package hyperlab.data;

import java.math.BigInteger;

/**
 * Parses decimal numbers from characters, as accurately as {@link Double#parseDouble} but without creating a string: up
 * to 19 digits times a power of ten, with one or two 64-bit products (Lemire 2021, "Number parsing at a gigabyte per
 * second", algorithm 1, with the shorter test of Mushtak and Lemire 2023). Cases that this does not decide are left to
 * {@code parseDouble}: more digits, subnormal numbers, and numbers that are too large.
 */
final class DecimalParser {
    private static final int MIN_POWER = -342;
    private static final int MAX_POWER = 308;
    private static final int MAX_DIGITS = 19;
    /**
     * From this power of ten on, the matching power of five fits in 64 bits, so a tie between two doubles is possible.
     */
    private static final int MIN_TIE_POWER = -4;

    private static final int MAX_TIE_POWER = 23;
    private static final int MANTISSA_BITS = 52;
    private static final int EXPONENT_BIAS = 1023;
    private static final int INFINITE_EXPONENT = 0x7ff;
    private static final long[] POWERS_HIGH = new long[MAX_POWER - MIN_POWER + 1];
    private static final long[] POWERS_LOW = new long[MAX_POWER - MIN_POWER + 1];

    static {
        BigInteger five = BigInteger.ONE;
        for (int power = 0; power <= -MIN_POWER; power++) {
            if (power <= MAX_POWER) {
                storePower(power, first128(five));
            }
            if (power > 0) {
                storePower(-power, reciprocal128(five));
            }
            five = five.multiply(BigInteger.valueOf(5));
        }
    }

    private DecimalParser() {}

    private static BigInteger first128(BigInteger number) {
        return number.shiftLeft(Math.max(0, 128 - number.bitLength()))
                .shiftRight(Math.max(0, number.bitLength() - 128));
    }

    /** The first 128 bits of the reciprocal, rounded up. */
    private static BigInteger reciprocal128(BigInteger number) {
        return BigInteger.ONE.shiftLeft(number.bitLength() + 127).divide(number).add(BigInteger.ONE);
    }

    private static void storePower(int power, BigInteger bits) {
        POWERS_HIGH[power - MIN_POWER] = bits.shiftRight(64).longValue();
        POWERS_LOW[power - MIN_POWER] = bits.longValue();
    }

    /** Parses a number with a decimal point; see {@link #parse(char[], int, int, char)}. */
    static double parse(char[] text, int from, int to) {
        return parse(text, from, to, '.');
    }

    /**
     * Parses a finite decimal number such as {@code -1.5e3}. Anything else is NaN, including hexadecimal numbers,
     * {@code 1f} and {@code NaN}.
     *
     * @param to one past the last character
     * @param mark the decimal point or comma
     */
    static double parse(char[] text, int from, int to, char mark) {
        int position = from;
        boolean negative = position < to && text[position] == '-';
        if (negative || (position < to && text[position] == '+')) {
            position++;
        }
        long digits = 0;
        int significantDigits = 0;
        int digitCount = 0;
        int power = 0;
        boolean pastPoint = false;
        for (; position < to; position++) {
            char c = text[position];
            int digit = c - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                significantDigits += significantDigits > 0 || digit > 0 ? 1 : 0;
                digitCount++;
                power -= pastPoint ? 1 : 0;
            } else if (c == mark && !pastPoint) {
                pastPoint = true;
            } else {
                break;
            }
        }
        if (digitCount == 0) {
            return Double.NaN;
        }
        if (position < to) {
            if (text[position] != 'e' && text[position] != 'E') {
                return Double.NaN;
            }
            int exponent = exponent(text, position + 1, to);
            if (exponent == Integer.MIN_VALUE) {
                return Double.NaN;
            }
            power += exponent;
        }
        if (significantDigits <= MAX_DIGITS) {
            double value = digits == 0 ? 0 : nearestDouble(digits, power);
            if (!Double.isNaN(value)) {
                return negative ? -value : value;
            }
        }
        double value = Double.parseDouble(new String(text, from, to - from).replace(mark, '.'));
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /**
     * Parses an exponent. Its magnitude is capped far beyond the range of a double; {@link Integer#MIN_VALUE} means
     * that it is invalid.
     */
    private static int exponent(char[] text, int from, int to) {
        int position = from;
        boolean negative = position < to && text[position] == '-';
        if (negative || (position < to && text[position] == '+')) {
            position++;
        }
        if (position == to) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; position < to; position++) {
            int digit = text[position] - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            exponent = Math.min(100_000_000, exponent * 10 + digit);
        }
        return negative ? -exponent : exponent;
    }

    /** The double nearest to {@code digits · 10^power}, ties to even; NaN if this algorithm cannot decide. */
    private static double nearestDouble(long digits, int power) {
        if (power < MIN_POWER || power > MAX_POWER) {
            return Double.NaN;
        }
        int zeros = Long.numberOfLeadingZeros(digits);
        long number = digits << zeros;
        long high = multiplyHighUnsigned(number, POWERS_HIGH[power - MIN_POWER]);
        long low = number * POWERS_HIGH[power - MIN_POWER];
        if ((high & 0x1ff) == 0x1ff) {
            long extraHigh = multiplyHighUnsigned(number, POWERS_LOW[power - MIN_POWER]);
            low += extraHigh;
            if (Long.compareUnsigned(extraHigh, low) > 0) {
                high++;
            }
        }
        int topBit = (int) (high >>> 63);
        int shift = topBit + 64 - MANTISSA_BITS - 3;
        long mantissa = high >>> shift;
        int exponent = (((152170 + 65536) * power) >> 16) + 63 + topBit - zeros + EXPONENT_BIAS;
        if (exponent <= 0) {
            return Double.NaN;
        }
        boolean isTie = Long.compareUnsigned(low, 1) <= 0
                && power >= MIN_TIE_POWER
                && power <= MAX_TIE_POWER
                && (mantissa & 3) == 1
                && mantissa << shift == high;
        if (isTie) {
            mantissa &= ~1L;
        }
        mantissa = (mantissa + (mantissa & 1)) >>> 1;
        if (mantissa >= 2L << MANTISSA_BITS) {
            mantissa = 1L << MANTISSA_BITS;
            exponent++;
        }
        if (exponent >= INFINITE_EXPONENT) {
            return Double.NaN;
        }
        return Double.longBitsToDouble(((long) exponent << MANTISSA_BITS) | (mantissa & ~(1L << MANTISSA_BITS)));
    }

    /** The upper 64 bits of the product of two unsigned numbers. */
    private static long multiplyHighUnsigned(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }
}
