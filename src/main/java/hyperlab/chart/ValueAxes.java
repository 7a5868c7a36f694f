package hyperlab.chart;

import hyperlab.text.Texts;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.ValueAxis;

/** The axis of values: logarithmic where they differ by a factor of more than {@value #LOGARITHMIC}, otherwise linear. */
final class ValueAxes implements Themed {
    static final double LOGARITHMIC = 30;

    private final LogarithmicAxis ratios = new LogarithmicAxis();
    private final LinearAxis values = LinearAxis.ofValues();
    private final double room;

    /** @param room beyond the values, as a share of what they span */
    ValueAxes(double room) {
        this.room = room;
    }

    ValueAxis linear() {
        return values;
    }

    @Override
    public void style(ChartStyle style) {
        ratios.style(style);
        values.style(style);
    }

    /** The axis that suits these values, around all that are finite. */
    ValueAxis around(DoubleStream all, String title, Texts texts) {
        double[] finite = all.filter(Double::isFinite).toArray();
        double low = Arrays.stream(finite).min().orElse(0);
        double high = Arrays.stream(finite).max().orElse(1);
        if (low > 0 && high / low > LOGARITHMIC) {
            double factor = Math.pow(10, room * Math.log10(high / low));
            ratios.setRange(low / factor, high * factor);
            ratios.setLabel(ChartStyle.logTitle(texts, title));
            return ratios;
        }
        double span = high > low ? high - low : Math.max(1e-9, Math.abs(high));
        values.setRange(low - room * span, high + room * span);
        values.setLabel(title);
        return values;
    }
}
