package hyperlab.chart;

import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/**
 * Values against a whole number, such as the size of a kernel: lines with error bars and with names at their ends. Once
 * displayed, use only on the FX thread.
 */
public final class WholeNumberChart {
    private static final double ROOM = 0.08;
    private static final double SIDE = 0.3;

    private final LinearAxis wholes = LinearAxis.ofWholes();
    private final LinearAxis values = LinearAxis.ofValues();
    private final LogarithmicAxis ratios = new LogarithmicAxis();
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final Whiskers whiskers = new Whiskers();
    private final JFreeChart chart;
    private final EndLabels names;
    private ChartStyle style;
    private Texts texts;
    private Picture picture = new Picture(List.of(), "", "", false, Double.NaN, Double.NaN, 1, 2);

    /**
     * What the chart shows.
     *
     * @param lines the most important first
     * @param across title of the axis of whole numbers
     * @param up title of the value axis; may be empty
     * @param logarithmic whether the value axis is logarithmic
     * @param lowest the value axis starts at or below this value; NaN to fit the values only
     * @param highest the value axis ends at or above this value; NaN to fit the values only
     * @param from the first whole number
     * @param to the last whole number
     */
    public record Picture(
            List<Line> lines,
            String across,
            String up,
            boolean logarithmic,
            double lowest,
            double highest,
            int from,
            int to) {
        public Picture {
            lines = List.copyOf(lines);
        }
    }

    /** A line and its name, which may be empty. */
    public record Line(List<Point> points, CurveLook look, String name) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * A value with its error bar, from {@code low} to {@code high}; both equal the value for no bar. Values that are
     * not finite are not drawn.
     */
    public record Point(int at, double value, double low, double high) {
        /** A point without an error bar. */
        public static Point of(int at, double value) {
            return new Point(at, value, value, value);
        }
    }

    public WholeNumberChart(Texts texts, ChartTheme theme) {
        this.texts = texts;
        style = ChartStyle.of(theme);
        chart = style.plot(wholes, values);
        XYPlot plot = chart.getXYPlot();
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        plot.addAnnotation(whiskers);
        names = EndLabels.on(chart, style);
        style(ChartStyle.of(theme));
    }

    public JFreeChart chart() {
        return chart;
    }

    public void style(ChartStyle newStyle) {
        style = newStyle;
        ratios.style(style);
        values.style(style);
        style.apply(chart);
    }

    public void texts(Texts newTexts) {
        texts = newTexts;
    }

    public void show(Picture newPicture) {
        picture = newPicture;
        ChartStyle.atOnce(chart, this::draw);
    }

    private void draw() {
        wholes.setLabel(picture.across());
        wholes.setRange(picture.from() - SIDE, picture.to() + SIDE);
        wholes.stops(picture.lines().stream()
                .flatMap(line -> line.points().stream())
                .map(point -> (double) point.at())
                .distinct()
                .sorted()
                .toList());
        fitValues();
        List<Curve> curves = new ArrayList<>();
        List<CurveLook> looks = new ArrayList<>();
        List<EndLabels.Label> ends = new ArrayList<>();
        List<Whiskers.Whisker> bars = new ArrayList<>();
        for (Line line : picture.lines()) {
            curves.add(Curve.of(
                    line.points().stream().mapToDouble(Point::at).toArray(),
                    line.points().stream().mapToDouble(Point::value).toArray()));
            looks.add(line.look());
            for (Point point : line.points()) {
                if (point.low() < point.high()) {
                    bars.add(new Whiskers.Whisker(
                            point.at(), point.low(), point.high(), line.look().ink()));
                }
            }
            int last = line.points().size() - 1;
            if (last >= 0 && !line.name().isEmpty()) {
                ends.add(new EndLabels.Label(
                        line.name(),
                        picture.to() + SIDE,
                        line.points().get(last).value(),
                        line.look().ink()));
            }
        }
        renderer.looks(looks);
        dataset.show(curves);
        whiskers.show(bars);
        names.show(ends);
        // The value axis may have been replaced.
        style.apply(chart);
    }

    private void fitValues() {
        boolean log = picture.logarithmic();
        double low = Double.isNaN(picture.lowest()) ? Double.POSITIVE_INFINITY : picture.lowest();
        double high = Double.isNaN(picture.highest()) ? Double.NEGATIVE_INFINITY : picture.highest();
        for (Line line : picture.lines()) {
            for (Point point : line.points()) {
                for (double value : new double[] {point.value(), point.low(), point.high()}) {
                    if (Double.isFinite(value) && (!log || value > 0)) {
                        low = Math.min(low, value);
                        high = Math.max(high, value);
                    }
                }
            }
        }
        if (!(low <= high)) {
            low = log ? 1 : 0;
            high = log ? 10 : 1;
        }
        if (log) {
            double span = Math.max(Math.log10(high / low), 0.3);
            ratios.setRange(low * Math.pow(10, -ROOM * span), high * Math.pow(10, ROOM * span));
        } else {
            double span = high > low ? high - low : Math.max(1e-9, Math.abs(high));
            values.setRange(low == picture.lowest() ? low : low - ROOM * span, high + ROOM * span);
        }
        chart.getXYPlot().setRangeAxis(log ? ratios : values);
        boolean named = !picture.up().isEmpty();
        (log ? ratios : values).setLabel(log && named ? ChartStyle.logTitle(texts, picture.up()) : picture.up());
    }
}
