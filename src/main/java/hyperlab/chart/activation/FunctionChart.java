package hyperlab.chart.activation;

import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.StyledCurves;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Functions of one variable in one plot: each with its own color, dash, and name, a probe that reads their values,
 * hatched ranges, and dots at jumps.
 */
public final class FunctionChart extends PlotChart<FunctionChart.Model> {
    private static final double MARGIN = 0.06;

    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final LinearAxis x = LinearAxis.ofPositions();
    private final LinearAxis y = LinearAxis.ofValues();
    private final HatchedRanges hatched = new HatchedRanges();
    private final EndLabels labels = new EndLabels();

    /**
     * One function to draw.
     *
     * @param series index of its color, dash, and marker
     * @param name at the end of its line
     * @param x ascending
     * @param y NaN where the line breaks
     * @param probeValue its value at the probe
     * @param chosen whether its line is the thick one
     */
    public record Line(int series, String name, double[] x, double[] y, double probeValue, boolean chosen) {}

    /**
     * What the chart shows.
     *
     * @param lines in drawing order
     * @param from left end of the x axis
     * @param to right end of the x axis
     * @param lowest lower limit of the values to fit; values below it are cut off
     * @param highest upper limit of the values to fit
     * @param probe the x of the probe
     * @param hatched pairs of left and right ends
     * @param hatchedSeries index of the series whose color the hatching has
     * @param hatchedName text in each hatched range
     * @param pieces the straight lines that one of the functions consists of, drawn thin
     */
    public record Model(
            List<Line> lines,
            double from,
            double to,
            double lowest,
            double highest,
            double probe,
            List<double[]> hatched,
            int hatchedSeries,
            String hatchedName,
            List<LinePiece> pieces) {
        public Model {
            pieces = List.copyOf(pieces);
        }
    }

    /** A straight line from the left end of the x axis to the right end, in the color of a series. */
    public record LinePiece(double left, double right, int series) {}

    public FunctionChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(x, y);
        add(labels);
        addCurves(dataset, renderer);
        add(hatched);
        relabel();
    }

    @Override
    protected void relabel() {
        x.setLabel(texts().get("activation.axis.x"));
    }

    @Override
    protected void draw(Model model) {
        Bounds bounds = Bounds.of(model);
        fit(x, model.from(), model.to());
        fit(y, bounds.low(), bounds.high());
        hatched.show(model.hatched(), ThemeColor.series(model.hatchedSeries()), model.hatchedName(), model.lines());
        StyledCurves curves = new StyledCurves();
        addReferences(model, bounds, curves);
        for (LinePiece piece : model.pieces()) {
            curves.add(
                    Curve.of(new double[] {model.from(), model.to()}, new double[] {piece.left(), piece.right()}),
                    CurveStyle.line(ThemeColor.series(piece.series()), 1).with(Dash.REFERENCE));
        }
        for (Line line : model.lines()) {
            CurveStyle curveStyle = CurveStyle.series(line.series()).with(MarkerShape.NONE);
            curves.add(
                    Curve.of(line.x(), line.y()).named(line.name()),
                    line.chosen() ? curveStyle.width(CurveStyle.CHOSEN_WIDTH) : curveStyle);
        }
        for (Line line : model.lines()) {
            addDots(line, model.probe(), curves);
        }
        curves.showIn(dataset, renderer);
        labels.show(endLabels(model, bounds));
    }

    private static void addReferences(Model model, Bounds bounds, StyledCurves curves) {
        CurveStyle zero = CurveStyle.line(ChartTheme::axis, 1);
        curves.add(Curve.of(new double[] {model.from(), model.to()}, new double[] {0, 0}), zero);
        curves.add(Curve.of(new double[] {0, 0}, new double[] {bounds.low(), bounds.high()}), zero);
        curves.add(
                Curve.of(new double[] {model.probe(), model.probe()}, new double[] {bounds.low(), bounds.high()}),
                CurveStyle.reference(ChartTheme::text));
    }

    /**
     * Adds the marker at the probe, and a filled and a hollow dot at each jump of the line: the value before it and the
     * value after it.
     */
    private static void addDots(Line line, double probe, StyledCurves curves) {
        CurveStyle curveStyle = CurveStyle.series(line.series()).width(0);
        CurveStyle dot = curveStyle.with(MarkerShape.CIRCLE).radius(3.5);
        for (int i = 1; i + 1 < line.y().length; i++) {
            if (Double.isNaN(line.y()[i])) {
                curves.add(Curve.point(line.x()[i], line.y()[i - 1]), dot);
                curves.add(Curve.point(line.x()[i], line.y()[i + 1]), dot.hollow(true));
            }
        }
        curves.add(
                Curve.point(probe, line.probeValue()),
                curveStyle.radius(line.chosen() ? CurveStyle.CURRENT_RADIUS : CurveStyle.RADIUS + 1));
    }

    /** Returns the names, each where its line ends or last leaves the visible range; the selected line comes first. */
    private static List<EndLabels.Label> endLabels(Model model, Bounds bounds) {
        List<EndLabels.Label> ends = new ArrayList<>();
        List<Line> lines = new ArrayList<>(model.lines());
        lines.sort(Comparator.comparing(line -> !line.chosen()));
        for (Line line : lines) {
            int last = line.y().length - 1;
            while (last > 0 && !(line.y()[last] >= bounds.low() && line.y()[last] <= bounds.high())) {
                last--;
            }
            ends.add(
                    new EndLabels.Label(line.name(), line.x()[last], line.y()[last], ThemeColor.series(line.series())));
        }
        return ends;
    }

    private record Bounds(double low, double high) {
        static Bounds of(Model model) {
            double low = 0;
            double high = 0;
            for (Line line : model.lines()) {
                for (double value : line.y()) {
                    low = value < low ? value : low;
                    high = value > high ? value : high;
                }
            }
            low = Math.max(low, model.lowest());
            high = Math.min(high, model.highest());
            double room = high > low ? (high - low) * MARGIN : 1;
            return new Bounds(low - room, high + room);
        }
    }
}
