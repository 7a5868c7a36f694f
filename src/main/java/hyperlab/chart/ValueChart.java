package hyperlab.chart;

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
public final class ValueChart {
    /**
     * Lines are cut off beyond these multiples of the largest initial value, so that one of them does not flatten the
     * others.
     */
    private static final double TALLEST = 1e8;

    private static final double LOWEST = 1e-14;
    private static final double ROOM = 0.06;
    /** On a linear axis, lines are cut off above this multiple of the largest initial value, for the same reason. */
    private static final double TALLEST_LINEAR = 1.25;
    /** Height of the name of a path that reached 0, as a share of the axis. */
    private static final double FOOT = 0.07;

    private final LinearAxis xAxis = LinearAxis.ofWholes();
    private final LogarithmicAxis logAxis = new LogarithmicAxis();
    private final LinearAxis linearAxis = LinearAxis.ofPositions();
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final JFreeChart chart;
    private final EndLabels names;
    private final PlayHead playHead;
    private Texts texts;
    private ChartStyle style;
    private List<RacerLine> lines = List.of();
    private List<Curve> whole = List.of();
    private int steps = 1;
    private Reading reading = new Reading("", true, Double.NaN);

    /**
     * The quantity that is shown.
     *
     * @param title title of the value axis
     * @param logarithmic whether the value axis is logarithmic
     * @param tolerance value of the dashed line; NaN for none
     */
    public record Reading(String title, boolean logarithmic, double tolerance) {}

    public ValueChart(Texts texts, ChartTheme theme) {
        this.texts = texts;
        style = ChartStyle.of(theme);
        chart = style.plot(xAxis, logAxis);
        XYPlot plot = chart.getXYPlot();
        plot.setDataset(0, dataset);
        plot.setRenderer(0, renderer);
        names = EndLabels.on(chart, style);
        playHead = PlayHead.on(chart, style);
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
        label();
    }

    /**
     * Sets the paths. Takes effect with the next call to {@link #step}.
     *
     * @param newLines paths whose values are shown; no value is negative
     * @param newSteps where the axis of steps ends
     */
    public void show(List<RacerLine> newLines, int newSteps, Reading newReading) {
        whole = newLines.stream().map(ValueChart::bounded).toList();
        steps = newSteps;
        look(newLines, newReading);
    }

    /**
     * Changes names and colors of the current paths, whose values must be unchanged. Takes effect with the next call to
     * {@link #step}.
     *
     * @throws IllegalArgumentException if the number of paths differs
     */
    public void look(List<RacerLine> sameLines, Reading newReading) {
        if (sameLines.size() != whole.size()) {
            throw new IllegalArgumentException(whole.size() + " walks are shown, got " + sameLines.size());
        }
        lines = List.copyOf(sameLines);
        reading = newReading;
    }

    /** Moves the play head to {@code step} and redraws. */
    public void step(int step) {
        ChartStyle.atOnce(chart, () -> draw(step));
    }

    private void draw(int step) {
        ValueAxis axis = reading.logarithmic() ? logAxis : linearAxis;
        if (!axis.equals(chart.getXYPlot().getRangeAxis())) {
            chart.getXYPlot().setRangeAxis(axis);
            style.apply(chart);
        }
        label();
        xAxis.setRange(0, steps);
        double floor = fitValues();
        List<Curve> curves = new ArrayList<>();
        List<CurveLook> looks = new ArrayList<>();
        List<EndLabels.Label> ends = new ArrayList<>();
        if (Double.isFinite(reading.tolerance())) {
            double level = reading.tolerance();
            curves.add(Curve.of(new double[] {0, steps}, new double[] {level, level}));
            looks.add(CurveLook.reference(ChartTheme::muted));
        }
        for (int k = 0; k < lines.size(); k++) {
            RacerLine line = lines.get(k);
            curves.add(part(line, whole.get(k), step, steps, floor));
            looks.add(line.look().with(Marker.NONE).faint());
            curves.add(part(line, whole.get(k), 0, step, floor));
            looks.add(line.look());
            ends.add(end(line, floor));
        }
        renderer.looks(looks);
        dataset.show(curves);
        names.show(ends);
        playHead.show(step, texts.get("rate.chart.atStep", Integer.toString(step)));
    }

    private void label() {
        xAxis.setLabel(texts.get("rate.chart.step.axis"));
        linearAxis.setLabel(reading.title());
        logAxis.setLabel(reading.title().isEmpty() ? "" : ChartStyle.logTitle(texts, reading.title()));
    }

    /** Returns the line's values, or their minima and maxima if there are too many. */
    private static Curve bounded(RacerLine line) {
        BoundedSeries kept = new BoundedSeries();
        for (int k = 0; k <= line.last(); k++) {
            kept.add(k, line.value().applyAsDouble(k));
        }
        return kept.curve();
    }

    /**
     * Returns the points from step {@code from} to step {@code to}; on a logarithmic axis, a value of 0 is below the
     * bottom of the plot and ends the line.
     */
    private Curve part(RacerLine line, Curve curve, int from, int to, double floor) {
        List<double[]> points = new ArrayList<>();
        if (from <= line.last()) {
            points.add(new double[] {from, line.value().applyAsDouble(from)});
        }
        for (int k = 0; k < curve.size(); k++) {
            if (curve.x(k) > from && curve.x(k) < to) {
                points.add(new double[] {curve.x(k), curve.y(k)});
            }
        }
        int end = Math.min(to, line.last());
        if (end > from) {
            points.add(new double[] {end, line.value().applyAsDouble(end)});
        }
        double[] x = new double[points.size()];
        double[] y = new double[points.size()];
        int size = 0;
        for (double[] point : points) {
            boolean falls = reading.logarithmic() && point[1] == 0;
            x[size] = point[0];
            y[size++] = falls ? floor / 10 : point[1];
            if (falls) {
                break;
            }
        }
        return size == 1 && reading.logarithmic() && points.get(0)[1] == 0 ? Curve.EMPTY : Curve.of(x, y, size);
    }

    /**
     * Returns the name of a path; if the path leaves the plot at the bottom or the top, the name is slightly inside,
     * below the play head's label.
     */
    private EndLabels.Label end(RacerLine line, double floor) {
        boolean landed = reading.logarithmic() && line.zeroAt() >= 0;
        double low = landed ? share(floor, FOOT) : floor;
        double value = landed ? low : line.value().applyAsDouble(line.last());
        double high = value > top() ? share(floor, 1 - 2 * FOOT) : value;
        return new EndLabels.Label(
                line.endLabel(), landed ? line.zeroAt() : line.last(), Math.max(low, high), line.ink());
    }

    private double top() {
        return chart.getXYPlot().getRangeAxis().getUpperBound();
    }

    /** Returns the value at this share of the axis, from its low end. */
    private double share(double floor, double share) {
        return reading.logarithmic() ? floor * Math.pow(top() / floor, share) : floor + share * (top() - floor);
    }

    /** Sets the range of the value axis and returns its low end. */
    private double fitValues() {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        double start = 0;
        for (int k = 0; k < lines.size(); k++) {
            start = Math.max(start, lines.get(k).value().applyAsDouble(0));
            Curve curve = whole.get(k);
            for (int point = 0; point < curve.size(); point++) {
                if (curve.y(point) > 0) {
                    low = Math.min(low, curve.y(point));
                    high = Math.max(high, curve.y(point));
                }
            }
        }
        double reference = start > 0 ? start : high;
        return reading.logarithmic() ? fitLogarithms(low, high, reference) : fitLinear(high, reference);
    }

    private double fitLinear(double high, double reference) {
        double top = high > 0 ? Math.min(high, TALLEST_LINEAR * reference) : 1;
        linearAxis.setRange(-ROOM / 2 * top, (1 + ROOM) * top);
        return 0;
    }

    private double fitLogarithms(double least, double most, double reference) {
        if (!(most > 0)) {
            logAxis.setRange(0.1, 10);
            return 0.1;
        }
        double low = Math.log10(Math.max(least, reference * LOWEST));
        double high = Math.log10(Math.min(most, reference * TALLEST));
        double room = high - low > 1e-6 ? (high - low) * ROOM : 0.5;
        double floor = Math.pow(10, low - room);
        logAxis.setRange(floor, Math.pow(10, high + room));
        return floor;
    }
}
