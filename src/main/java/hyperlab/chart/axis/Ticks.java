package hyperlab.chart.axis;

import hyperlab.text.NumberFormats;
import java.util.ArrayList;
import java.util.List;

/** Round tick values within a range, and their labels. */
public final class Ticks {
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};
    private static final double[] WITHIN_DECADE = {1, 2, 5};
    private static final int DIGITS = 6;
    private static final int MAX_DIGITS = 15;
    private static final double SHORT_RATIO = 1.01;
    private static final double LONG_STEP = 1e5;
    private static final double SMALLEST_PLAIN = 1e-4;

    private Ticks() {}

    /** Returns multiples of 1, 2, 2.5, or 5 times a power of ten in [low, high], at most {@code most}. */
    public static List<Double> linear(double low, double high, int maxCount) {
        return linear(low, high, maxCount, false);
    }

    /** Same as {@link #linear(double, double, int)}, with only whole numbers if {@code whole}. */
    static List<Double> linear(double low, double high, int maxCount, boolean integersOnly) {
        List<Double> ticks = new ArrayList<>();
        double span = high - low;
        if (!(span > 0) || Double.isInfinite(span)) {
            return ticks;
        }
        double step = Math.max(integersOnly ? 1 : 0, roundStep(span / maxCount));
        while (count(low, high, step) > maxCount || (integersOnly && step != Math.rint(step))) {
            step = roundStep(step * 1.01);
        }
        double first = Math.ceil(low / step - 1e-9);
        double last = Math.floor(high / step + 1e-9);
        for (double i = first; i <= last && ticks.size() < maxCount; i++) {
            ticks.add(i == 0 ? 0.0 : i * step);
        }
        return ticks;
    }

    /**
     * Returns powers of ten in [low, high], at most {@code most}. If there are fewer than three, adds 2 and 5 times
     * powers of ten; if fewer than two ticks remain, returns linear ones. Empty unless 0 &lt; low &lt; high and high is
     * finite.
     */
    public static List<Double> logarithmic(double low, double high, int maxCount) {
        if (!(low > 0 && low < high) || Double.isInfinite(high)) {
            return List.of();
        }
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        List<Double> ticks = new ArrayList<>();
        if (last - first >= 2) {
            int stride = (int) Math.ceil((last - first + 1) / (double) maxCount);
            int from = Math.floorDiv(first + stride - 1, stride) * stride;
            for (int exponent = from; exponent <= last; exponent += stride) {
                ticks.add(power(exponent));
            }
            return ticks;
        }
        for (int exponent = first - 1; exponent <= last; exponent++) {
            for (double factor : WITHIN_DECADE) {
                double tick = factor * power(exponent);
                if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) {
                    ticks.add(tick);
                }
            }
        }
        if (ticks.size() > maxCount) {
            ticks.removeIf(tick -> !isPowerOfTen(tick));
        }
        return ticks.size() < 2 ? linear(low, high, maxCount) : ticks;
    }

    /** Returns powers of two in [low, high], at most {@code most}. Requires low &gt; 0. */
    static List<Double> powersOfTwo(double low, double high, int maxCount) {
        int first = (int) Math.ceil(Math.log(low) / Math.log(2) - 1e-9);
        int last = (int) Math.floor(Math.log(high) / Math.log(2) + 1e-9);
        int stride = Math.max(1, (int) Math.ceil((last - first + 1) / (double) maxCount));
        List<Double> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent += stride) {
            ticks.add(Math.scalb(1.0, exponent));
        }
        return ticks;
    }

    /** Returns the label of a power of two: 1, 16, 1024. */
    static String powerOfTwoText(double tick) {
        return NumberFormats.format(tick, DIGITS);
    }

    /** Returns the label of a tick on a linear axis whose ticks are {@code step} apart: −2.5, 40, 2×10⁵. */
    public static String text(double tick, double step) {
        if (step >= LONG_STEP && Math.abs(tick) >= step / 2) {
            return withPower(tick);
        }
        return NumberFormats.format(Math.abs(tick) < step * 1e-6 ? 0 : tick, digits(tick, step));
    }

    /** As many digits as distinguish ticks that are {@code step} apart. */
    private static int digits(double tick, double step) {
        double needed = Math.ceil(Math.log10(Math.abs(tick) / step)) + 2;
        return (int) Math.max(DIGITS, Math.min(MAX_DIGITS, needed));
    }

    /**
     * Returns the label of one of the ticks of a logarithmic axis, which all have the same form: 10⁻³ is not 0.001 next
     * to 10⁻⁶. On a short axis, they differ in later digits.
     */
    public static String logText(double tick, List<Double> ticks) {
        int count = ticks.size();
        boolean isShort = count > 1 && ticks.get(count - 1) < SHORT_RATIO * ticks.get(0);
        if (isShort) {
            return text(tick, ticks.get(1) - ticks.get(0));
        }
        return ticks.stream().anyMatch(each -> isWrittenAsPower(each) || each < SMALLEST_PLAIN)
                ? withPower(tick)
                : logText(tick);
    }

    /** Returns the label of a tick on a logarithmic axis: 0.001, 1, 1000, 10⁻⁵. */
    public static String logText(double tick) {
        if (isWrittenAsPower(tick)) {
            return "10" + NumberFormats.superscript((int) Math.rint(Math.log10(tick)));
        }
        return NumberFormats.format(tick, DIGITS);
    }

    private static boolean isWrittenAsPower(double tick) {
        return (isPowerOfTen(tick) && tick < 9e-4) || isLargePower(tick);
    }

    private static boolean isLargePower(double tick) {
        return isPowerOfTen(tick) && tick > 1.1e4;
    }

    private static String withPower(double tick) {
        int exponent = (int) Math.floor(Math.log10(Math.abs(tick)) + 1e-9);
        String power = "10" + NumberFormats.superscript(exponent);
        String mantissa = NumberFormats.format(tick / power(exponent), DIGITS);
        return mantissa.equals("1") ? power : mantissa.equals("−1") ? "−" + power : mantissa + "×" + power;
    }

    private static long count(double low, double high, double step) {
        return (long) (Math.floor(high / step + 1e-9) - Math.ceil(low / step - 1e-9)) + 1;
    }

    private static double roundStep(double atLeast) {
        double power = power((int) Math.floor(Math.log10(atLeast)));
        for (double step : STEPS) {
            if (step * power >= atLeast * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** Returns the double nearest to the power of ten: multiplying would miss 0.001 for 10⁻³. */
    private static double power(int exponent) {
        return Double.parseDouble("1e" + exponent);
    }

    private static boolean isPowerOfTen(double tick) {
        double exponent = Math.rint(Math.log10(tick));
        return Math.abs(tick / power((int) exponent) - 1) < 1e-9;
    }
}
