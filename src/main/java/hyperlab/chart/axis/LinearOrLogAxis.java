package hyperlab.chart.axis;

import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.Themed;
import hyperlab.text.Texts;
import org.jfree.chart.axis.ValueAxis;

/** A value axis that is linear or logarithmic, as each model requires. */
public final class LinearOrLogAxis implements Themed {
    /** Margins are computed for at least this many decades. */
    private static final double MIN_DECADES = 0.3;

    private final LogarithmicAxis logarithmic = new LogarithmicAxis();
    private final LinearAxis linear;

    /** @param linear the axis for linear models */
    public LinearOrLogAxis(LinearAxis linear) {
        this.linear = linear;
    }

    public LinearAxis linear() {
        return linear;
    }

    public LogarithmicAxis logarithmic() {
        return logarithmic;
    }

    @Override
    public void style(ChartStyle style) {
        logarithmic.style(style);
        linear.style(style);
    }

    /** Returns the axis with a title, which mentions a logarithmic scale unless it is empty. */
    public ValueAxis titled(boolean isLogarithmic, String title, Texts texts) {
        ValueAxis axis = isLogarithmic ? logarithmic : linear;
        axis.setLabel(isLogarithmic && !title.isEmpty() ? ChartStyle.logTitle(texts, title) : title);
        return axis;
    }

    /**
     * Fits the axis to values.
     *
     * @param lowest the axis starts at or below this value, without a margin if it is linear; NaN to fit the values
     *     only
     * @param highest the axis ends at or above this value; NaN to fit the values only
     * @param bottomMargin margin below the values, as a share of their range
     * @param topMargin margin above the values, as a share of their range
     */
    public void fit(
            boolean isLogarithmic,
            ValueBounds values,
            double lowest,
            double highest,
            double bottomMargin,
            double topMargin) {
        double low = Double.isNaN(lowest) ? values.low() : Math.min(values.low(), lowest);
        double high = Double.isNaN(highest) ? values.high() : Math.max(values.high(), highest);
        if (!(low <= high)) {
            low = isLogarithmic ? 1 : 0;
            high = isLogarithmic ? 10 : 1;
        }
        if (isLogarithmic) {
            double span = Math.max(Math.log10(high / low), MIN_DECADES);
            logarithmic.setRange(low * Math.pow(10, -bottomMargin * span), high * Math.pow(10, topMargin * span));
        } else {
            double span = high > low ? high - low : Math.max(1e-9, Math.abs(high));
            linear.setRange(low == lowest ? low : low - bottomMargin * span, high + topMargin * span);
        }
    }
}
