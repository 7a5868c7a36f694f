package hyperlab.chart.descent;

import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.series.BoundedSeries;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.PlayHead;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * One quantity of each descent path over its steps, such as its height above the lowest minimum: opaque up to the play
 * head and faint after it, with a dashed line at the tolerance. On a logarithmic axis, a path that reaches exactly 0
 * drops through the bottom of the plot, and its name is at the bottom. Once displayed, use only on the FX thread.
 */
public final class DescentValueChart {
    /**
     * Lines are cut off beyond these multiples of the largest initial value, so that one of them does not flatten the
     * others.
     */
    private static final double MAX_MULTIPLE = 1e8;

    private static final double MIN_MULTIPLE = 1e-14;
    private static final double ROOM = 0.06;
    /** On a linear axis, lines are cut off above this multiple of the largest initial value, for the same reason. */
    private static final double MAX_LINEAR_MULTIPLE = 1.25;
    /** Height of the name of a path that reached 0, as a share of the axis. */
    private static final double ZERO_LABEL_SHARE = 0.07;

    private final LinearAxis xAxis = LinearAxis.ofIntegers();
    private final LogarithmicAxis logAxis = new LogarithmicAxis();
    private final LinearAxis linearAxis = LinearAxis.ofPositions();
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final JFreeChart chart;
    private final EndLabels endLabels;
    private final PlayHead playHead;
    private Texts texts;
    private ChartStyle style;
    private List<DescentLine> lines = List.of();
    private List<Curve> fullCurves = List.of();
    private int steps = 1;
    private DisplayedQuantity quantity = new DisplayedQuantity("", true, Double.NaN);

    /**
     * The quantity that is shown.
     *
     * @param title title of the value axis
     * @param logarithmic whether the value axis is logarithmic
     * @param tolerance value of the dashed line; NaN for none
     */
    public record DisplayedQuantity(String title, boolean logarithmic, double tolerance) {}

    public DescentValueChart(Texts texts, ChartTheme theme) {
        this.texts = texts;
        style = ChartStyle.of(theme);
        chart = style.createChart(xAxis, logAxis);
        XYPlot plot = chart.getXYPlot();
        plot.setDataset(0, dataset);
        plot.setRenderer(0, renderer);
        endLabels = EndLabels.addTo(chart, style);
        playHead = PlayHead.addTo(chart, style);
        style.apply(chart);
    }

    public JFreeChart chart() {
        return chart;
    }

    public void style(ChartStyle newStyle) {
        style = newStyle;
        style.apply(chart);
    }

    public void texts(Texts newTexts) {
        texts = newTexts;
        updateAxisTitles();
    }

    /**
     * Sets the paths. Takes effect with the next call to {@link #setStep}.
     *
     * @param newLines paths whose values are shown; no value is negative
     * @param newSteps where the axis of steps ends
     */
    public void show(List<DescentLine> newLines, int newSteps, DisplayedQuantity newQuantity) {
        fullCurves = newLines.stream().map(DescentValueChart::downsample).toList();
        steps = newSteps;
        relabel(newLines, newQuantity);
    }

    /**
     * Changes names and colors of the current paths, whose values must be unchanged. Takes effect with the next call to
     * {@link #setStep}.
     *
     * @throws IllegalArgumentException if the number of paths differs
     */
    public void relabel(List<DescentLine> relabeledLines, DisplayedQuantity newQuantity) {
        if (relabeledLines.size() != fullCurves.size()) {
            throw new IllegalArgumentException(fullCurves.size() + " walks are shown, got " + relabeledLines.size());
        }
        lines = List.copyOf(relabeledLines);
        quantity = newQuantity;
    }

    /** Moves the play head to {@code step} and redraws. */
    public void setStep(int step) {
        ChartStyle.withOneNotification(chart, () -> draw(step));
    }

    private void draw(int step) {
        ValueAxis axis = quantity.logarithmic() ? logAxis : linearAxis;
        if (!axis.equals(chart.getXYPlot().getRangeAxis())) {
            chart.getXYPlot().setRangeAxis(axis);
            style.apply(chart);
        }
        updateAxisTitles();
        xAxis.setRange(0, steps);
        double floor = fitValues();
        List<Curve> curves = new ArrayList<>();
        List<CurveStyle> curveStyles = new ArrayList<>();
        List<EndLabels.Label> ends = new ArrayList<>();
        if (Double.isFinite(quantity.tolerance())) {
            double level = quantity.tolerance();
            curves.add(Curve.of(new double[] {0, steps}, new double[] {level, level}));
            curveStyles.add(CurveStyle.reference(ChartTheme::muted));
        }
        for (int k = 0; k < lines.size(); k++) {
            DescentLine line = lines.get(k);
            curves.add(pointsBetween(line, fullCurves.get(k), step, steps, floor));
            curveStyles.add(line.curveStyle().with(MarkerShape.NONE).faint());
            curves.add(pointsBetween(line, fullCurves.get(k), 0, step, floor));
            curveStyles.add(line.curveStyle());
            ends.add(endLabel(line, floor));
        }
        renderer.setCurveStyles(curveStyles);
        dataset.show(curves);
        endLabels.show(ends);
        playHead.show(step, texts.get("learning-rate.chart.atStep", Integer.toString(step)));
    }

    private void updateAxisTitles() {
        xAxis.setLabel(texts.get("learning-rate.chart.step.axis"));
        linearAxis.setLabel(quantity.title());
        logAxis.setLabel(quantity.title().isEmpty() ? "" : ChartStyle.logTitle(texts, quantity.title()));
    }

    /** Returns the line's values, or their minima and maxima if there are too many. */
    private static Curve downsample(DescentLine line) {
        BoundedSeries series = new BoundedSeries();
        for (int k = 0; k <= line.lastStep(); k++) {
            series.add(k, line.value().applyAsDouble(k));
        }
        return series.curve();
    }

    /**
     * Returns the points from step {@code from} to step {@code to}; on a logarithmic axis, a value of 0 is below the
     * bottom of the plot and ends the line.
     */
    private Curve pointsBetween(DescentLine line, Curve curve, int from, int to, double floor) {
        List<double[]> points = new ArrayList<>();
        if (from <= line.lastStep()) {
            points.add(new double[] {from, line.value().applyAsDouble(from)});
        }
        for (int k = 0; k < curve.size(); k++) {
            if (curve.x(k) > from && curve.x(k) < to) {
                points.add(new double[] {curve.x(k), curve.y(k)});
            }
        }
        int end = Math.min(to, line.lastStep());
        if (end > from) {
            points.add(new double[] {end, line.value().applyAsDouble(end)});
        }
        double[] x = new double[points.size()];
        double[] y = new double[points.size()];
        int size = 0;
        for (double[] point : points) {
            boolean falls = quantity.logarithmic() && point[1] == 0;
            x[size] = point[0];
            y[size++] = falls ? floor / 10 : point[1];
            if (falls) {
                break;
            }
        }
        return size == 1 && quantity.logarithmic() && points.get(0)[1] == 0 ? Curve.EMPTY : Curve.of(x, y, size);
    }

    /**
     * Returns the name of a path; if the path leaves the plot at the bottom or the top, the name is slightly inside,
     * below the play head's label.
     */
    private EndLabels.Label endLabel(DescentLine line, double floor) {
        boolean reachedZero = quantity.logarithmic() && line.firstZeroStep() >= 0;
        double low = reachedZero ? valueAtShare(floor, ZERO_LABEL_SHARE) : floor;
        double value = reachedZero ? low : line.value().applyAsDouble(line.lastStep());
        double high = value > top() ? valueAtShare(floor, 1 - 2 * ZERO_LABEL_SHARE) : value;
        return new EndLabels.Label(
                line.endLabel(),
                reachedZero ? line.firstZeroStep() : line.lastStep(),
                Math.max(low, high),
                line.themeColor());
    }

    private double top() {
        return chart.getXYPlot().getRangeAxis().getUpperBound();
    }

    /** Returns the value at this share of the axis, from its low end. */
    private double valueAtShare(double floor, double share) {
        return quantity.logarithmic() ? floor * Math.pow(top() / floor, share) : floor + share * (top() - floor);
    }

    /** Sets the range of the value axis and returns its low end. */
    private double fitValues() {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        double start = 0;
        for (int k = 0; k < lines.size(); k++) {
            start = Math.max(start, lines.get(k).value().applyAsDouble(0));
            Curve curve = fullCurves.get(k);
            for (int point = 0; point < curve.size(); point++) {
                if (curve.y(point) > 0) {
                    low = Math.min(low, curve.y(point));
                    high = Math.max(high, curve.y(point));
                }
            }
        }
        double reference = start > 0 ? start : high;
        return quantity.logarithmic() ? fitLogarithms(low, high, reference) : fitLinear(high, reference);
    }

    private double fitLinear(double high, double reference) {
        double top = high > 0 ? Math.min(high, MAX_LINEAR_MULTIPLE * reference) : 1;
        linearAxis.setRange(-ROOM / 2 * top, (1 + ROOM) * top);
        return 0;
    }

    private double fitLogarithms(double least, double most, double reference) {
        if (!(most > 0)) {
            logAxis.setRange(0.1, 10);
            return 0.1;
        }
        double low = Math.log10(Math.max(least, reference * MIN_MULTIPLE));
        double high = Math.log10(Math.min(most, reference * MAX_MULTIPLE));
        double room = high - low > 1e-6 ? (high - low) * ROOM : 0.5;
        double floor = Math.pow(10, low - room);
        logAxis.setRange(floor, Math.pow(10, high + room));
        return floor;
    }
}
