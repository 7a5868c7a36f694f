package hyperlab.chart.descent;

import hyperlab.chart.ChartTable;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LinearOrLogAxis;
import hyperlab.chart.series.BoundedSeries;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.StyledCurves;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.PlayHead;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * One quantity of each descent path over its steps, such as its height above the lowest minimum: opaque up to the play
 * head and faint after it, with a dashed line at the tolerance. On a logarithmic axis, a path that reaches exactly 0
 * drops through the bottom of the plot, and its name is at the bottom.
 */
public final class DescentValueChart extends PlotChart<DescentValueChart.Model> {
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
    private final LinearOrLogAxis values = keepStyled(new LinearOrLogAxis(LinearAxis.ofPositions()));
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final EndLabels endLabels = new EndLabels();
    private final PlayHead playHead = new PlayHead();

    /**
     * What the chart shows.
     *
     * @param lines paths whose values are shown; no value is negative
     * @param curves the points of each line, see {@link #of}
     * @param steps where the axis of steps ends
     * @param step position of the play head
     */
    public record Model(List<DescentLine> lines, List<Curve> curves, int steps, DisplayedQuantity quantity, int step) {
        /** @throws IllegalArgumentException if there is not one curve for each line */
        public Model {
            if (lines.size() != curves.size()) {
                throw new IllegalArgumentException(lines.size() + " lines, but " + curves.size() + " curves");
            }
            lines = List.copyOf(lines);
            curves = List.copyOf(curves);
        }

        /** Returns a model with all values of the lines, or their minima and maxima if there are too many. */
        public static Model of(List<DescentLine> lines, int steps, DisplayedQuantity quantity, int step) {
            List<Curve> curves =
                    lines.stream().map(DescentValueChart::downsample).toList();
            return new Model(lines, curves, steps, quantity, step);
        }

        /** Returns the model at another step, with new names and colors; the values must be unchanged. */
        public Model at(int newStep, List<DescentLine> relabeledLines, DisplayedQuantity newQuantity) {
            return new Model(relabeledLines, curves, steps, newQuantity, newStep);
        }
    }

    /**
     * The quantity that is shown.
     *
     * @param title title of the value axis
     * @param logarithmic whether the value axis is logarithmic
     * @param tolerance value of the dashed line; NaN for none
     */
    public record DisplayedQuantity(String title, boolean logarithmic, double tolerance) {}

    public DescentValueChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(xAxis, values.logarithmic());
        addCurves(dataset, renderer);
        playHead.keepOff(dataset);
        add(playHead);
        endLabels.keepOffLine(playHead);
        add(endLabels);
        relabel();
    }

    @Override
    protected void relabel() {
        xAxis.setLabel(texts().get("learning-rate.chart.step.axis"));
    }

    @Override
    protected void draw(Model model) {
        DisplayedQuantity quantity = model.quantity();
        int steps = model.steps();
        int step = model.step();
        setYAxis(values.titled(quantity.logarithmic(), quantity.title(), texts()));
        fit(xAxis, 0, steps);
        double floor = fitValues(model);
        // A value of 0 is below the bottom of a logarithmic axis and ends the line.
        double zero = quantity.logarithmic() ? floor / 10 : Double.NaN;
        StyledCurves curves = new StyledCurves();
        List<EndLabels.Label> ends = new ArrayList<>();
        if (Double.isFinite(quantity.tolerance())) {
            double level = quantity.tolerance();
            curves.add(
                    Curve.of(new double[] {0, steps}, new double[] {level, level}),
                    CurveStyle.reference(ChartTheme::muted));
        }
        for (int k = 0; k < model.lines().size(); k++) {
            DescentLine line = model.lines().get(k);
            Curve curve = model.curves().get(k);
            curves.add(
                    pointsBetween(line, curve, step, steps, zero).named(line.endLabel()),
                    line.curveStyle().with(MarkerShape.NONE).faint());
            curves.add(pointsBetween(line, curve, 0, step, zero).named(line.endLabel()), line.curveStyle());
            // The line leaves out markers where steps are close, possibly that of the current step.
            curves.add(
                    pointsBetween(line, curve, step, step, zero).named(line.endLabel()),
                    CurveStyle.points(line.themeColor(), line.curveStyle().marker())
                            .radius(line.curveStyle().radius()));
            ends.add(endLabel(line, quantity.logarithmic(), floor));
        }
        curves.showIn(dataset, renderer);
        endLabels.show(ends);
        playHead.show(step, texts().get("learning-rate.chart.atStep", Integer.toString(step)));
    }

    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable("line", "step", "value");
        for (int k = 0; k < model.lines().size(); k++) {
            Curve curve = model.curves().get(k);
            for (int point = 0; point < curve.size(); point++) {
                table.add(model.lines().get(k).endLabel(), curve.x(point), curve.y(point));
            }
        }
        if (Double.isFinite(model.quantity().tolerance())) {
            table.add("tolerance", "", model.quantity().tolerance());
        }
        return table;
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
     * Returns the points from step {@code from} to step {@code to}.
     *
     * @param zero the value at which a line that reaches 0 is drawn and ends; NaN to draw 0 like any other value
     */
    private static Curve pointsBetween(DescentLine line, Curve curve, int from, int to, double zero) {
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
            boolean falls = !Double.isNaN(zero) && point[1] == 0;
            x[size] = point[0];
            y[size++] = falls ? zero : point[1];
            if (falls) {
                break;
            }
        }
        return size == 1 && !Double.isNaN(zero) && points.get(0)[1] == 0 ? Curve.EMPTY : Curve.of(x, y, size);
    }

    /**
     * Returns the name of a path; if the path leaves the plot at the bottom or the top, the name is slightly inside,
     * below the play head's label.
     */
    private EndLabels.Label endLabel(DescentLine line, boolean logarithmic, double floor) {
        boolean reachedZero = logarithmic && line.firstZeroStep() >= 0;
        double low = reachedZero ? valueAtShare(logarithmic, floor, ZERO_LABEL_SHARE) : floor;
        double value = reachedZero ? low : line.value().applyAsDouble(line.lastStep());
        double high = value > top() ? valueAtShare(logarithmic, floor, 1 - 2 * ZERO_LABEL_SHARE) : value;
        return new EndLabels.Label(
                line.endLabel(),
                line.label().isEmpty() ? line.endLabel() : line.label(),
                reachedZero ? line.firstZeroStep() : line.lastStep(),
                Math.max(low, high),
                line.themeColor());
    }

    private double top() {
        return homeRange(plot().getRangeAxis()).getUpperBound();
    }

    /** Returns the value at this share of the axis, from its low end. */
    private double valueAtShare(boolean logarithmic, double floor, double share) {
        return logarithmic ? floor * Math.pow(top() / floor, share) : floor + share * (top() - floor);
    }

    /** Sets the range of the value axis and returns its low end. */
    private double fitValues(Model model) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        double start = 0;
        for (int k = 0; k < model.lines().size(); k++) {
            start = Math.max(start, model.lines().get(k).value().applyAsDouble(0));
            Curve curve = model.curves().get(k);
            for (int point = 0; point < curve.size(); point++) {
                if (curve.y(point) > 0) {
                    low = Math.min(low, curve.y(point));
                    high = Math.max(high, curve.y(point));
                }
            }
        }
        double reference = start > 0 ? start : high;
        return model.quantity().logarithmic() ? fitLogarithms(low, high, reference) : fitLinear(high, reference);
    }

    private double fitLinear(double high, double reference) {
        double top = high > 0 ? Math.min(high, MAX_LINEAR_MULTIPLE * reference) : 1;
        fit(values.linear(), -ROOM / 2 * top, (1 + ROOM) * top);
        return 0;
    }

    private double fitLogarithms(double least, double most, double reference) {
        if (!(most > 0)) {
            fit(values.logarithmic(), 0.1, 10);
            return 0.1;
        }
        double low = Math.log10(Math.max(least, reference * MIN_MULTIPLE));
        double high = Math.log10(Math.min(most, reference * MAX_MULTIPLE));
        double room = high - low > 1e-6 ? (high - low) * ROOM : 0.5;
        double floor = Math.pow(10, low - room);
        fit(values.logarithmic(), floor, Math.pow(10, high + room));
        return floor;
    }
}
