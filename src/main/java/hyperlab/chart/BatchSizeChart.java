package hyperlab.chart;

import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/**
 * Something measured against the batch size: lines over powers of two, each point with the bar of its spread, named at
 * their ends; a level that they are compared with; and upright lines at batch sizes that matter. A shown one belongs to
 * the FX thread.
 */
public final class BatchSizeChart {
    private static final double LEFT = 0.84;
    private static final double RIGHT = 1.14;
    private static final double ROOM = 0.06;
    private static final double TOP_ROOM = 0.16;

    private final LogarithmicAxis sizes = LogarithmicAxis.ofPowersOfTwo();
    private final LogarithmicAxis ratios = new LogarithmicAxis();
    private final LinearAxis values = LinearAxis.ofValues();
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final Whiskers whiskers = new Whiskers();
    private final Uprights uprights = new Uprights();
    private final JFreeChart chart;
    private final EndLabels names;
    private ChartStyle style;
    private Texts texts;
    private Picture picture = Picture.EMPTY;

    /**
     * What it shows.
     *
     * @param lines those that matter most last
     * @param uprights batch sizes that matter
     * @param level what the values are compared with; NaN for nothing
     * @param levelName its name
     * @param valueTitle along the value axis
     * @param logarithmic whether the value axis is
     * @param lowest the value axis shows at least down to this; NaN leaves it to the values
     * @param highest the value axis shows at least up to this; NaN leaves it to the values
     * @param largest where the axis of batch sizes ends
     */
    public record Picture(
            List<Line> lines,
            List<Upright> uprights,
            double level,
            String levelName,
            String valueTitle,
            boolean logarithmic,
            double lowest,
            double highest,
            int largest) {
        static final Picture EMPTY =
                new Picture(List.of(), List.of(), Double.NaN, "", "", false, Double.NaN, Double.NaN, 64);

        public Picture {
            lines = List.copyOf(lines);
            uprights = List.copyOf(uprights);
        }
    }

    /** One line with its name, which may be empty. */
    public record Line(List<Point> points, CurveLook look, String name) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** A value with its spread, which is the value itself for none; what is not finite is not drawn. */
    public record Point(double batch, double value, double low, double high) {
        /** Without a spread. */
        public static Point of(double batch, double value) {
            return new Point(batch, value, value, value);
        }
    }

    /** A batch size that matters: a broken line in a colour, named at its top. */
    public record Upright(double batch, String name, Ink ink) {}

    public BatchSizeChart(Texts texts, ChartTheme theme) {
        this.texts = texts;
        style = ChartStyle.of(theme);
        chart = style.plot(sizes, values);
        XYPlot plot = chart.getXYPlot();
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        plot.addAnnotation(uprights);
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
        show(picture);
    }

    public void show(Picture newPicture) {
        picture = newPicture;
        ChartStyle.atOnce(chart, this::draw);
    }

    private void draw() {
        sizes.setLabel(texts.get("chart.batchSize"));
        sizes.setRange(LEFT, right());
        fitValues();
        List<Curve> curves = new ArrayList<>();
        List<CurveLook> looks = new ArrayList<>();
        List<EndLabels.Label> ends = new ArrayList<>();
        List<Whiskers.Whisker> bars = new ArrayList<>();
        if (Double.isFinite(picture.level())) {
            curves.add(Curve.of(new double[] {LEFT, right()}, new double[] {picture.level(), picture.level()}));
            looks.add(CurveLook.line(ChartTheme::text, 1.5));
        }
        for (Line line : picture.lines()) {
            double[] x = line.points().stream().mapToDouble(Point::batch).toArray();
            double[] y = line.points().stream().mapToDouble(Point::value).toArray();
            curves.add(Curve.of(x, y));
            looks.add(line.look());
            for (Point point : line.points()) {
                if (point.low() < point.high()) {
                    bars.add(new Whiskers.Whisker(
                            point.batch(),
                            point.low(),
                            point.high(),
                            line.look().ink()));
                }
            }
            end(line, ends);
        }
        renderer.looks(looks);
        dataset.show(curves);
        whiskers.show(bars);
        uprights.show(picture.uprights(), picture.level(), picture.levelName());
        names.show(ends);
        // The value axis may have been changed for the other.
        style.apply(chart);
    }

    private double right() {
        return picture.largest() * RIGHT;
    }

    /** Names stand beside the plot, at the height where their lines end. */
    private void end(Line line, List<EndLabels.Label> ends) {
        for (int k = line.points().size() - 1; k >= 0 && !line.name().isEmpty(); k--) {
            Point point = line.points().get(k);
            if (Double.isFinite(point.value())) {
                ends.add(new EndLabels.Label(
                        line.name(), right(), point.value(), line.look().ink()));
                return;
            }
        }
    }

    /** From the lowest to the highest of all that is drawn, with room at the top for the names of the upright lines. */
    private void fitValues() {
        boolean log = picture.logarithmic();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
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
        if (Double.isFinite(picture.level()) && (!log || picture.level() > 0)) {
            low = Math.min(low, picture.level());
            high = Math.max(high, picture.level());
        }
        low = Double.isNaN(picture.lowest()) ? low : Math.min(low, picture.lowest());
        high = Double.isNaN(picture.highest()) ? high : Math.max(high, picture.highest());
        if (!(low <= high)) {
            low = log ? 1 : 0;
            high = log ? 10 : 1;
        }
        double top = picture.uprights().isEmpty() ? ROOM : TOP_ROOM;
        if (log) {
            double span = Math.max(Math.log10(high / low), 0.3);
            ratios.setRange(low * Math.pow(10, -ROOM * span), high * Math.pow(10, top * span));
        } else {
            double span = high > low ? high - low : Math.max(1e-9, Math.abs(high));
            double bottom = low == picture.lowest() ? low : low - ROOM * span;
            values.setRange(bottom, high + top * span);
        }
        chart.getXYPlot().setRangeAxis(log ? ratios : values);
        (log ? ratios : values).setLabel(log ? ChartStyle.logTitle(texts, picture.valueTitle()) : picture.valueTitle());
    }
}
