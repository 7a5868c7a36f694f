package hyperlab.chart;

import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/**
 * Functions of one variable in one plot: each with its own color, dash, and name, a probe that reads their values,
 * hatched ranges, and dots at jumps.
 */
public final class FunctionChart {
    private static final double MARGIN = 0.06;

    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final LinearAxis x = LinearAxis.ofPositions();
    private final LinearAxis y = LinearAxis.ofValues();
    private final HatchedParts hatched = new HatchedParts();
    private final JFreeChart chart;
    private final EndLabels labels;
    private ChartStyle style;

    /**
     * One function to draw.
     *
     * @param series index of its color, dash, and marker
     * @param name at the end of its line
     * @param x ascending
     * @param y NaN where the line breaks
     * @param atProbe its value at the probe
     * @param chosen whether its line is the thick one
     */
    public record Line(int series, String name, double[] x, double[] y, double atProbe, boolean chosen) {}

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
    public record Picture(
            List<Line> lines,
            double from,
            double to,
            double lowest,
            double highest,
            double probe,
            List<double[]> hatched,
            int hatchedSeries,
            String hatchedName,
            List<Piece> pieces) {
        public Picture {
            pieces = List.copyOf(pieces);
        }
    }

    /** A straight line from the left end of the x axis to the right end, in the color of a series. */
    public record Piece(double left, double right, int series) {}

    public FunctionChart(Texts texts, ChartTheme theme) {
        style = ChartStyle.of(theme);
        chart = style.plot(x, y);
        labels = EndLabels.on(chart, style);
        XYPlot plot = chart.getXYPlot();
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        plot.addAnnotation(hatched);
        texts(texts);
        style(ChartStyle.of(theme));
    }

    public JFreeChart chart() {
        return chart;
    }

    public void style(ChartStyle newStyle) {
        style = newStyle;
        style.apply(chart);
    }

    public void texts(Texts texts) {
        x.setLabel(texts.get("activation.axis.x"));
    }

    /** Replaces the picture, with one notification. */
    public void show(Picture picture) {
        ChartStyle.atOnce(chart, () -> {
            Bounds bounds = Bounds.of(picture);
            x.setRange(picture.from(), picture.to());
            y.setRange(bounds.low(), bounds.high());
            hatched.show(picture.hatched(), Ink.series(picture.hatchedSeries()), picture.hatchedName());
            List<Curve> curves = new ArrayList<>();
            List<CurveLook> looks = new ArrayList<>();
            addReferences(picture, bounds, curves, looks);
            for (Piece piece : picture.pieces()) {
                curves.add(Curve.of(
                        new double[] {picture.from(), picture.to()}, new double[] {piece.left(), piece.right()}));
                looks.add(CurveLook.line(Ink.series(piece.series()), 1).with(Dash.REFERENCE));
            }
            for (Line line : picture.lines()) {
                CurveLook look = CurveLook.series(line.series()).with(Marker.NONE);
                curves.add(Curve.of(line.x(), line.y()));
                looks.add(line.chosen() ? look.width(CurveLook.CHOSEN_WIDTH) : look);
            }
            for (Line line : picture.lines()) {
                addDots(line, picture.probe(), curves, looks);
            }
            renderer.looks(looks);
            dataset.show(curves);
            labels.show(ends(picture, bounds));
        });
    }

    private static void addReferences(Picture picture, Bounds bounds, List<Curve> curves, List<CurveLook> looks) {
        CurveLook zero = CurveLook.line(ChartTheme::axis, 1);
        curves.add(Curve.of(new double[] {picture.from(), picture.to()}, new double[] {0, 0}));
        looks.add(zero);
        curves.add(Curve.of(new double[] {0, 0}, new double[] {bounds.low(), bounds.high()}));
        looks.add(zero);
        curves.add(
                Curve.of(new double[] {picture.probe(), picture.probe()}, new double[] {bounds.low(), bounds.high()}));
        looks.add(CurveLook.reference(ChartTheme::text));
    }

    /**
     * Adds the marker at the probe, and a filled and a hollow dot at each jump of the line: the value before it and the
     * value after it.
     */
    private static void addDots(Line line, double probe, List<Curve> curves, List<CurveLook> looks) {
        CurveLook look = CurveLook.series(line.series()).width(0);
        CurveLook dot = look.with(Marker.CIRCLE).radius(3.5);
        for (int i = 1; i + 1 < line.y().length; i++) {
            if (Double.isNaN(line.y()[i])) {
                curves.add(Curve.point(line.x()[i], line.y()[i - 1]));
                looks.add(dot);
                curves.add(Curve.point(line.x()[i], line.y()[i + 1]));
                looks.add(dot.hollow(true));
            }
        }
        curves.add(Curve.point(probe, line.atProbe()));
        looks.add(look.radius(line.chosen() ? CurveLook.CURRENT_RADIUS : CurveLook.RADIUS + 1));
    }

    /** Returns the names, each where its line ends or last leaves the visible range; the selected line comes first. */
    private static List<EndLabels.Label> ends(Picture picture, Bounds bounds) {
        List<EndLabels.Label> ends = new ArrayList<>();
        List<Line> lines = new ArrayList<>(picture.lines());
        lines.sort(Comparator.comparing(line -> !line.chosen()));
        for (Line line : lines) {
            int last = line.y().length - 1;
            while (last > 0 && !(line.y()[last] >= bounds.low() && line.y()[last] <= bounds.high())) {
                last--;
            }
            ends.add(new EndLabels.Label(line.name(), line.x()[last], line.y()[last], Ink.series(line.series())));
        }
        return ends;
    }

    private record Bounds(double low, double high) {
        static Bounds of(Picture picture) {
            double low = 0;
            double high = 0;
            for (Line line : picture.lines()) {
                for (double value : line.y()) {
                    low = value < low ? value : low;
                    high = value > high ? value : high;
                }
            }
            low = Math.max(low, picture.lowest());
            high = Math.min(high, picture.highest());
            double room = high > low ? (high - low) * MARGIN : 1;
            return new Bounds(low - room, high + room);
        }
    }
}
