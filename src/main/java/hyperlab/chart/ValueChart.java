package hyperlab.chart;

import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/**
 * How high above the lowest minimum each walk is, step by step, on a logarithmic axis: up to the play head in full, what
 * is still to come faint. A walk that reaches the minimum exactly falls through the floor there, which is what 0 is on
 * such an axis, and its name stands at the foot. A shown one belongs to the FX thread.
 */
public final class ValueChart {
    /** Beyond these multiples of the start's height lines are cut, so that one of them does not flatten the others. */
    private static final double TALLEST = 1e8;

    private static final double LOWEST = 1e-14;
    private static final double ROOM = 0.06;
    /** How far above the floor the name of a walk stands that fell through it, as a share of the axis. */
    private static final double FOOT = 0.07;

    private final LinearAxis xAxis = LinearAxis.ofWholes();
    private final LogarithmicAxis yAxis = new LogarithmicAxis();
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final JFreeChart chart;
    private final EndLabels names;
    private final PlayHead playHead;
    private Texts texts;
    private List<RacerLine> lines = List.of();
    private List<Curve> whole = List.of();
    private int steps = 1;
    private String title = "";

    public ValueChart(Texts texts, ChartTheme theme) {
        this.texts = texts;
        ChartStyle style = ChartStyle.of(theme);
        chart = style.plot(xAxis, yAxis);
        XYPlot plot = chart.getXYPlot();
        plot.setDataset(0, dataset);
        plot.setRenderer(0, renderer);
        names = EndLabels.on(chart, style);
        playHead = PlayHead.on(chart, style);
        theme(theme);
    }

    public JFreeChart chart() {
        return chart;
    }

    public void theme(ChartTheme theme) {
        ChartStyle.of(theme).apply(chart);
    }

    public void texts(Texts newTexts) {
        texts = newTexts;
        label();
    }

    /**
     * Shows these walks.
     *
     * @param newLines values are heights above the lowest minimum, so none is negative
     * @param newSteps where the axis ends
     * @param newTitle of the value axis
     */
    public void show(List<RacerLine> newLines, int newSteps, String newTitle) {
        whole = newLines.stream().map(ValueChart::bounded).toList();
        steps = newSteps;
        look(newLines, newTitle);
    }

    /** Gives the walks that are shown, which have not changed, other names and colours. */
    public void look(List<RacerLine> sameLines, String newTitle) {
        if (sameLines.size() != whole.size()) {
            throw new IllegalArgumentException(whole.size() + " walks are shown, got " + sameLines.size());
        }
        lines = List.copyOf(sameLines);
        title = newTitle;
    }

    /** Puts the play head at {@code step} and draws. */
    public void step(int step) {
        ChartStyle.atOnce(chart, () -> draw(step));
    }

    private void draw(int step) {
        label();
        xAxis.setRange(0, steps);
        double floor = fitValues();
        List<Curve> curves = new ArrayList<>();
        List<CurveLook> looks = new ArrayList<>();
        List<EndLabels.Label> ends = new ArrayList<>();
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
        yAxis.setLabel(title.isEmpty() ? "" : ChartStyle.logTitle(texts, title));
    }

    /** The line's values as they are, or their minima and maxima where they are too many. */
    private static Curve bounded(RacerLine line) {
        BoundedSeries kept = new BoundedSeries();
        for (int k = 0; k <= line.last(); k++) {
            kept.add(k, line.value().applyAsDouble(k));
        }
        return kept.curve();
    }

    /** The points from step {@code from} to step {@code to}; a value of 0 lies below the floor and ends the line. */
    private static Curve part(RacerLine line, Curve curve, int from, int to, double floor) {
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
            x[size] = point[0];
            y[size++] = point[1] > 0 ? point[1] : floor / 10;
            if (point[1] == 0) {
                break;
            }
        }
        return size == 1 && points.get(0)[1] == 0 ? Curve.EMPTY : Curve.of(x, y, size);
    }

    /** Names of walks that leave through the floor or the top stand a little inside, below the play head's word. */
    private EndLabels.Label end(RacerLine line, double floor) {
        boolean landed = line.zeroAt() >= 0;
        double low = landed ? share(floor, FOOT) : floor;
        double value = landed ? low : line.value().applyAsDouble(line.last());
        double high = value > yAxis.getUpperBound() ? share(floor, 1 - 2 * FOOT) : value;
        return new EndLabels.Label(
                line.endLabel(), landed ? line.zeroAt() : line.last(), Math.max(low, high), line.ink());
    }

    /** The value that lies at this share of the axis, from its low end. */
    private double share(double floor, double share) {
        return floor * Math.pow(yAxis.getUpperBound() / floor, share);
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
        if (!(high > 0)) {
            yAxis.setRange(0.1, 10);
            return 0.1;
        }
        double reference = start > 0 ? start : high;
        low = Math.log10(Math.max(low, reference * LOWEST));
        high = Math.log10(Math.min(high, reference * TALLEST));
        double room = high - low > 1e-6 ? (high - low) * ROOM : 0.5;
        double floor = Math.pow(10, low - room);
        yAxis.setRange(floor, Math.pow(10, high + room));
        return floor;
    }
}
