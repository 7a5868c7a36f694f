package hyperlab.chart.tuning;

import hyperlab.chart.axis.AutoScaledAxis;
import hyperlab.chart.axis.Ticks;
import hyperlab.chart.axis.UnitIntervalTicks;
import hyperlab.text.NumberFormats;
import hyperlab.tune.TrialRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Maps the values of trials to [0, 1], from the lowest to the highest; logarithmic if they differ by a factor of more
 * than {@value AutoScaledAxis#LOG_SCALE_RATIO}.
 */
public record ValueScale(double low, double high, boolean logarithmic) {
    private static final int DIGITS = 3;

    /** Returns the scale of the trials that have a finite value. */
    public static ValueScale of(List<TrialRecord> rows) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (TrialRecord row : rows) {
            if (Double.isFinite(row.value())) {
                low = Math.min(low, row.value());
                high = Math.max(high, row.value());
            }
        }
        if (!(low <= high)) {
            return new ValueScale(0, 1, false);
        }
        if (low == high) {
            double room = low == 0 ? 1 : Math.abs(low) / 2;
            return new ValueScale(low - room, high + room, false);
        }
        return new ValueScale(low, high, low > 0 && high / low > AutoScaledAxis.LOG_SCALE_RATIO);
    }

    /** Maps a value; NaN if the scale cannot show it. */
    public double unit(double value) {
        return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /** Returns the ends and round values between them that are not too close to an end. */
    public List<UnitIntervalTicks.Tick> ticksWithEnds(int maxCount) {
        List<UnitIntervalTicks.Tick> ticks = new ArrayList<>();
        ticks.add(new UnitIntervalTicks.Tick(0, NumberFormats.format(low, DIGITS)));
        ticks(maxCount).stream()
                .filter(tick -> tick.unit() >= UnitIntervalTicks.END_DISTANCE
                        && tick.unit() <= 1 - UnitIntervalTicks.END_DISTANCE)
                .forEach(ticks::add);
        ticks.add(new UnitIntervalTicks.Tick(1, NumberFormats.format(high, DIGITS)));
        return ticks;
    }

    /** Returns round values, at most about {@code most}. */
    public List<UnitIntervalTicks.Tick> ticks(int maxCount) {
        List<Double> values = logarithmic ? Ticks.logarithmic(low, high, maxCount) : Ticks.linear(low, high, maxCount);
        double step = values.size() < 2 ? 0 : values.get(1) - values.get(0);
        return values.stream()
                .map(value -> new UnitIntervalTicks.Tick(
                        unit(value), logarithmic ? Ticks.logText(value, values) : Ticks.text(value, step)))
                .toList();
    }
}
