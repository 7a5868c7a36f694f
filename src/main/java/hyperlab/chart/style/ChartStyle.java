package hyperlab.chart.style;

import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.Stroke;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The common look of all charts: no legend, no frame, a grid, and axes on the left and at the bottom. A chart keeps the
 * same axes, renderers, and annotations for its lifetime; {@link #apply} passes a new theme or scale to each of them
 * that is {@link Themed}.
 *
 * @param theme the colors
 * @param scale of type and strokes: 1, or more in presentation mode
 */
public record ChartStyle(ChartTheme theme, double scale) {
    private static final double AXIS_FONT = 12;

    /** Returns the style with this theme at scale 1. */
    public static ChartStyle of(ChartTheme theme) {
        return new ChartStyle(theme, 1);
    }

    /** Creates a chart without data, with these two axes, in this style. */
    public JFreeChart createChart(ValueAxis x, ValueAxis y) {
        JFreeChart chart = createChart();
        chart.getXYPlot().setDomainAxis(x);
        chart.getXYPlot().setRangeAxis(y);
        apply(chart);
        return chart;
    }

    /** Creates a chart without data and axes, in this style. */
    public JFreeChart createChart() {
        XYPlot plot = new GridPlot();
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setOutlineVisible(false);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(true);
        plot.setRangeGridlinesVisible(true);
        JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.setRenderingHints(hints());
        apply(chart);
        return chart;
    }

    /** Applies this style to a chart and all its themed parts, with one notification. */
    public void apply(JFreeChart chart) {
        withOneNotification(chart, () -> {
            chart.setBackgroundPaint(theme.background());
            XYPlot plot = chart.getXYPlot();
            plot.setBackgroundPaint(theme.background());
            plot.setDomainGridlinePaint(theme.grid());
            plot.setRangeGridlinePaint(theme.grid());
            Stroke hair = new BasicStroke(1);
            plot.setDomainGridlineStroke(hair);
            plot.setRangeGridlineStroke(hair);
            for (int i = 0; i < plot.getDomainAxisCount(); i++) {
                applyTo(plot.getDomainAxis(i));
            }
            for (int i = 0; i < plot.getRangeAxisCount(); i++) {
                applyTo(plot.getRangeAxis(i));
            }
            for (int i = 0; i < plot.getRendererCount(); i++) {
                applyTo(plot.getRenderer(i));
            }
            plot.getAnnotations().forEach(this::applyTo);
            if (plot instanceof GridPlot grid) {
                grid.scale(scale);
            }
        });
    }

    /** Makes several changes to a chart with one notification, so that it is drawn once. */
    public static void withOneNotification(JFreeChart chart, Runnable changes) {
        boolean notifying = chart.isNotify();
        chart.setNotify(false);
        try {
            changes.run();
        } finally {
            chart.setNotify(notifying);
        }
    }

    /** Returns the title of a logarithmic axis, which mentions the scale. */
    public static String logTitle(Texts texts, String title) {
        return texts.get("chart.logScale", title);
    }

    /** The title without the scale, as it is read next to a value; in either language. */
    public static String titleWithoutScale(String title) {
        for (Language language : Language.values()) {
            String scale = logTitle(Texts.in(language), "");
            if (title.endsWith(scale)) {
                return title.substring(0, title.length() - scale.length());
            }
        }
        return title;
    }

    /** The font of tick labels and axis titles. */
    public Font axisFont() {
        return ChartFonts.regular(AXIS_FONT * scale);
    }

    /** The size of small text in cells, which in a presentation is not smaller than the axes' text. */
    public double cellFontSize(double pixels) {
        return scale > 1 ? scale * Math.max(AXIS_FONT, pixels) : pixels;
    }

    /** The font of labels in the plot, such as the names of lines. */
    public Font labelFont() {
        return ChartFonts.bold(AXIS_FONT * scale);
    }

    private void applyTo(Object part) {
        if (part instanceof Themed themed) {
            themed.style(this);
        }
    }

    private static RenderingHints hints() {
        RenderingHints hints = new RenderingHints(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        hints.put(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        hints.put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_NORMALIZE);
        hints.put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        return hints;
    }
}
