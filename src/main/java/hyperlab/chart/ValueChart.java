package hyperlab.chart;

import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * One number of each walk, step by step, such as how high above the lowest minimum it is: up to the play head in full,
 * what is still to come faint, and a dashed line at the tolerance. On a logarithmic axis a walk that comes to 0 exactly
 * falls through the floor there, which is what 0 is on such an axis, and its name stands at the foot. A shown one
 * belongs to the FX thread.
 */
public final class ValueChart {
    /** Beyond these multiples of the start's height lines are cut, so that one of them does not flatten the others. */
    private static final double TALLEST = 1e8;

    private static final double LOWEST = 1e-14;
    private static final double ROOM = 0.06;
    /** On a linear axis lines are cut above this multiple of the start's height, for the same reason. */
    private static final double TALLEST_LINEAR = 1.25;
    /** How far above the floor the name of a walk stands that fell through it, as a share of the axis. */
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
     * How the numbers are read.
     *
     * @param title of the value axis
     * @param logarithmic whether the axis is
     * @param tolerance where a dashed line stands; NaN for none
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
     * Shows these walks.
     *
     * @param newLines their values are what is read; none is negative
     * @param newSteps where the axis ends
     */
    public void show(List<RacerLine> newLines, int newSteps, Reading newReading) {
        whole = newLines.stream().map(ValueChart::bounded).toList();
        steps = newSteps;
        look(newLines, newReading);
    }

    /** Gives the walks that are shown, whose values have not changed, other names and colours. */
    public void look(List<RacerLine> sameLines, Reading newReading) {
        if (sameLines.size() != whole.size()) {
            throw new IllegalArgumentException(whole.size() + " walks are shown, got " + sameLines.size());
        }
        lines = List.copyOf(sameLines);
        reading = newReading;
    }

    /** Puts the play head at {@code step} and draws. */
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

    /** The line's values as they are, or their minima and maxima where they are too many. */
    private static Curve bounded(RacerLine line) {
        BoundedSeries kept = new BoundedSeries();
        for (int k = 0; k <= line.last(); k++) {
            kept.add(k, line.value().applyAsDouble(k));
        }
        return kept.curve();
    }

    /**
     * The points from step {@code from} to step {@code to}; on a logarithmic axis a value of 0 lies below the floor and
     * ends the line.
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

    /** Names of walks that leave through the floor or the top stand a little inside, below the play head's word. */
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

    /** The value that lies at this share of the axis, from its low end. */
    private double share(double floor, double share) {
        return reading.logarithmic() ? floor * Math.pow(top() / floor, share) : floor + share * (top() - floor);
    }

    /** Sets the value axis and returns its low end. */
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
