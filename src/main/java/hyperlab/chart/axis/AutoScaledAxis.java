package hyperlab.chart.axis;

import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.Themed;
import hyperlab.text.Texts;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.ValueAxis;

/**
 * A value axis that is logarithmic if the values differ by a factor of more than {@value #LOG_SCALE_RATIO}, and linear
 * otherwise.
 */
public final class AutoScaledAxis implements Themed {
    public static final double LOG_SCALE_RATIO = 30;

    private final LogarithmicAxis logAxis = new LogarithmicAxis();
    private final LinearAxis linearAxis = LinearAxis.ofValues();
    private final double room;

    /** @param room margin around the values, as a share of their range */
    public AutoScaledAxis(double room) {
        this.room = room;
    }

    public ValueAxis linear() {
        return linearAxis;
    }

    @Override
    public void style(ChartStyle style) {
        logAxis.style(style);
        linearAxis.style(style);
    }

    /** Returns the axis that suits these values, fitted to the finite ones. */
    public ValueAxis fitTo(DoubleStream all, String title, Texts texts) {
        double[] finite = all.filter(Double::isFinite).toArray();
        double low = Arrays.stream(finite).min().orElse(0);
        double high = Arrays.stream(finite).max().orElse(1);
        if (low > 0 && high / low > LOG_SCALE_RATIO) {
            double factor = Math.pow(10, room * Math.log10(high / low));
            logAxis.setRange(low / factor, high * factor);
            logAxis.setLabel(ChartStyle.logTitle(texts, title));
            return logAxis;
        }
        double span = high > low ? high - low : Math.max(1e-9, Math.abs(high));
        linearAxis.setRange(low - room * span, high + room * span);
        linearAxis.setLabel(title);
        return linearAxis;
    }
}
