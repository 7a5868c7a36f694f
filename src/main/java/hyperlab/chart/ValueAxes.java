package hyperlab.chart;

import hyperlab.text.Texts;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.ValueAxis;

/**
 * A value axis that is logarithmic if the values differ by a factor of more than {@value #LOGARITHMIC}, and linear
 * otherwise.
 */
final class ValueAxes implements Themed {
    static final double LOGARITHMIC = 30;

    private final LogarithmicAxis ratios = new LogarithmicAxis();
    private final LinearAxis values = LinearAxis.ofValues();
    private final double room;

    /** @param room margin around the values, as a share of their range */
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

    /** Returns the axis that suits these values, fitted to the finite ones. */
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
