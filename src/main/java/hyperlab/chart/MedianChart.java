package hyperlab.chart;

import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * A quantity measured on several networks, over layers, epochs, or learning rates: medians as lines with names at their
 * ends, the middle half as bands, a reference level, and the play head. Once displayed, use only on the FX thread.
 */
public final class MedianChart {
    private static final double ROOM = 0.06;
    /**
     * Values more than this many powers of ten from the level are cut off, so that one line does not flatten the
     * others.
     */
    private static final double MOST_DECADES = 40;

    private final LinearAxis wholes = LinearAxis.ofWholes();
    private final LogarithmicAxis rates = new LogarithmicAxis();
    private final LinearAxis values = LinearAxis.ofValues();
    private final LogarithmicAxis ratios = new LogarithmicAxis();
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final Bands bands = new Bands();
    private final JFreeChart chart;
    private final EndLabels names;
    private final PlayHead head;
    private ChartStyle style;
    private Texts texts;
    private Picture picture = Picture.EMPTY;

    /**
     * One line with its band.
     *
     * @param name at its end; empty for none
     * @param look of the line
     * @param x ascending
     * @param median values of the line; NaN breaks it
     * @param lower lower edge of the band
     * @param upper upper edge of the band; NaN or infinite if it is beyond the plot
     */
    public record Line(String name, CurveLook look, double[] x, double[] median, double[] lower, double[] upper) {}

    /**
     * What the chart shows.
     *
     * @param lines the most important first
     * @param from left end of the x axis
     * @param to right end of the x axis
     * @param rateAxis whether the x axis is logarithmic
     * @param logarithmic whether the y axis is logarithmic
     * @param xTitle title of the x axis
     * @param yTitle title of the y axis
     * @param lowest the y axis starts at or below this value; NaN to fit the values only
     * @param highest the y axis ends at or above this value; NaN to fit the values only
     * @param level the reference level; NaN for none
     * @param head position of the play head; NaN to hide it
     * @param headName label at the top of the play head
     */
    public record Picture(
            List<Line> lines,
            double from,
            double to,
            boolean rateAxis,
            boolean logarithmic,
            String xTitle,
            String yTitle,
            double lowest,
            double highest,
            double level,
            double head,
            String headName) {
        static final Picture EMPTY =
                new Picture(List.of(), 0, 1, false, false, "", "", 0, 1, Double.NaN, Double.NaN, "");

        public Picture {
            lines = List.copyOf(lines);
        }
    }

    public MedianChart(Texts texts, ChartTheme theme) {
        this.texts = texts;
        style = ChartStyle.of(theme);
        chart = style.plot(wholes, values);
        XYPlot plot = chart.getXYPlot();
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        plot.addAnnotation(bands);
        names = EndLabels.on(chart, style);
        head = PlayHead.on(chart, style);
        style(ChartStyle.of(theme));
    }

    public JFreeChart chart() {
        return chart;
    }

    public void style(ChartStyle newStyle) {
        style = newStyle;
        for (Themed axis : List.of(wholes, rates, values, ratios)) {
            axis.style(style);
        }
        style.apply(chart);
    }

    public void texts(Texts newTexts) {
        texts = newTexts;
        show(picture);
    }

    /** Replaces the picture, with one notification. */
    public void show(Picture newPicture) {
        picture = newPicture;
        ChartStyle.atOnce(chart, this::draw);
    }

    private void draw() {
        XYPlot plot = chart.getXYPlot();
        ValueAxis x = picture.rateAxis() ? rates : wholes;
        ValueAxis y = picture.logarithmic() ? ratios : values;
        plot.setDomainAxis(x);
        plot.setRangeAxis(y);
        x.setRange(picture.from(), picture.to());
        x.setLabel(picture.rateAxis() ? ChartStyle.logTitle(texts, picture.xTitle()) : picture.xTitle());
        y.setLabel(picture.logarithmic() ? ChartStyle.logTitle(texts, picture.yTitle()) : picture.yTitle());
        fitValues();
        List<Curve> curves = new ArrayList<>();
        List<CurveLook> looks = new ArrayList<>();
        List<Bands.Band> spreads = new ArrayList<>();
        if (Double.isFinite(picture.level())) {
            curves.add(Curve.of(
                    new double[] {picture.from(), picture.to()}, new double[] {picture.level(), picture.level()}));
            looks.add(CurveLook.reference(ChartTheme::text));
        }
        List<Line> backToFront = new ArrayList<>(picture.lines());
        backToFront.sort(Comparator.comparing(line -> -picture.lines().indexOf(line)));
        for (Line line : backToFront) {
            curves.add(Curve.of(line.x(), line.median()));
            looks.add(line.look());
            spreads.add(band(line));
        }
        renderer.looks(looks);
        dataset.show(curves);
        bands.show(spreads);
        names.show(picture.lines().stream()
                .filter(line -> !line.name().isEmpty())
                .map(this::end)
                .toList());
        head.show(picture.head(), picture.headName());
        // An axis may have been replaced.
        style.apply(chart);
    }

    /**
     * Returns the band of a line. An edge that the axis cannot show, such as a NaN loss, is moved to the edge of the
     * plot; where both edges are NaN, no band is drawn.
     */
    private Bands.Band band(Line line) {
        ValueAxis axis = chart.getXYPlot().getRangeAxis();
        double[] low = line.lower().clone();
        double[] high = line.upper().clone();
        for (int i = 0; i < low.length; i++) {
            if (!Double.isNaN(low[i]) || !Double.isNaN(high[i])) {
                low[i] = low[i] >= axis.getLowerBound() ? low[i] : axis.getLowerBound();
                high[i] = high[i] <= axis.getUpperBound() ? high[i] : axis.getUpperBound();
            }
        }
        return new Bands.Band(
                Curve.of(line.x(), low), Curve.of(line.x(), high), line.look().ink());
    }

    /** Returns the name of a line, at its last finite point or at the edge of the plot if that point is outside. */
    private EndLabels.Label end(Line line) {
        int last = line.median().length - 1;
        while (last > 0 && !Double.isFinite(line.median()[last])) {
            last--;
        }
        double low = chart.getXYPlot().getRangeAxis().getLowerBound();
        double high = chart.getXYPlot().getRangeAxis().getUpperBound();
        double y = line.median().length == 0 ? Double.NaN : line.median()[last];
        return new EndLabels.Label(
                line.name(),
                line.x().length == 0 ? picture.from() : line.x()[last],
                Math.max(low, Math.min(high, y)),
                line.look().ink());
    }

    /** Fits the value axis to all lines and bands, as far as the axis can show them. */
    private void fitValues() {
        boolean log = picture.logarithmic();
        double[] shown = picture.lines().stream()
                .flatMapToDouble(line -> Arrays.stream(new double[][] {line.median(), line.lower(), line.upper()})
                        .flatMapToDouble(Arrays::stream))
                .filter(value -> Double.isFinite(value) && (!log || value > 0))
                .toArray();
        double low = Arrays.stream(shown).min().orElse(Double.NaN);
        double high = Arrays.stream(shown).max().orElse(Double.NaN);
        low = least(low, picture.lowest(), picture.level());
        high = -least(-high, -picture.highest(), -picture.level());
        if (!(low <= high)) {
            low = log ? 0.1 : 0;
            high = log ? 10 : 1;
        }
        if (log) {
            double middle = Double.isFinite(picture.level()) ? Math.log10(picture.level()) : Math.log10(high);
            double bottom = Math.max(Math.log10(low), middle - MOST_DECADES);
            double top = Math.min(Math.log10(high), middle + MOST_DECADES);
            double room = Math.max(top - bottom, 0.3) * ROOM;
            ratios.setRange(Math.pow(10, bottom - room), Math.pow(10, top + room));
        } else {
            double room = high > low ? (high - low) * ROOM : Math.max(1e-9, Math.abs(high) * ROOM);
            values.setRange(low == picture.lowest() ? low : low - room, high + room);
        }
    }

    private static double least(double... some) {
        return Arrays.stream(some).filter(Double::isFinite).min().orElse(Double.NaN);
    }
}
