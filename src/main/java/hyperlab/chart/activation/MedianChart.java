package hyperlab.chart.activation;

import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LinearOrLogAxis;
import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.series.Bands;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.StyledCurves;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.PlayHead;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;

/**
 * A quantity measured on several networks, over layers, epochs, or learning rates: medians as lines with names at their
 * ends, the middle half as bands, a reference level, and the play head.
 */
public final class MedianChart extends PlotChart<MedianChart.Model> {
    private static final double ROOM = 0.06;
    /**
     * Values more than this many powers of ten from the level are cut off, so that one line does not flatten the
     * others.
     */
    private static final double MAX_DECADES = 40;

    private final LinearAxis integerAxis = LinearAxis.ofIntegers();
    private final LogarithmicAxis rates = keepStyled(new LogarithmicAxis());
    private final LinearOrLogAxis values = keepStyled(new LinearOrLogAxis(LinearAxis.ofValues()));
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final Bands bands = new Bands();
    private final EndLabels endLabels = new EndLabels();
    private final PlayHead playHead = new PlayHead();

    /**
     * One line with its band.
     *
     * @param name at its end; empty for none
     * @param shortName replaces the name where there is no room for it
     * @param curveStyle of the line
     * @param x ascending
     * @param median values of the line; NaN breaks it
     * @param lower lower edge of the band
     * @param upper upper edge of the band; NaN or infinite if it is beyond the plot
     */
    public record Line(
            String name,
            String shortName,
            CurveStyle curveStyle,
            double[] x,
            double[] median,
            double[] lower,
            double[] upper) {
        /** A line whose name has no short form. */
        public Line(String name, CurveStyle curveStyle, double[] x, double[] median, double[] lower, double[] upper) {
            this(name, name, curveStyle, x, median, lower, upper);
        }

        public Line withShortName(String newShortName) {
            return new Line(name, newShortName, curveStyle, x, median, lower, upper);
        }
    }

    /**
     * What the chart shows.
     *
     * @param lines the most important first
     * @param from left end of the x axis
     * @param to right end of the x axis
     * @param logarithmicX whether the x axis is logarithmic
     * @param logarithmicY whether the y axis is logarithmic
     * @param xTitle title of the x axis
     * @param yTitle title of the y axis
     * @param lowest the y axis starts at or below this value; NaN to fit the values only
     * @param highest the y axis ends at or above this value; NaN to fit the values only
     * @param level the reference level; NaN for none
     * @param playHead position of the play head; NaN to hide it
     * @param playHeadLabel label at the top of the play head
     */
    public record Model(
            List<Line> lines,
            double from,
            double to,
            boolean logarithmicX,
            boolean logarithmicY,
            String xTitle,
            String yTitle,
            double lowest,
            double highest,
            double level,
            double playHead,
            String playHeadLabel) {
        public Model {
            lines = List.copyOf(lines);
        }
    }

    public MedianChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(integerAxis, values.linear());
        addCurves(dataset, renderer);
        add(bands);
        add(playHead);
        add(endLabels);
    }

    @Override
    protected void draw(Model model) {
        ValueAxis x = model.logarithmicX() ? rates : integerAxis;
        setXAxis(x);
        setYAxis(values.titled(model.logarithmicY(), model.yTitle(), texts()));
        fit(x, model.from(), model.to());
        x.setLabel(model.logarithmicX() ? ChartStyle.logTitle(texts(), model.xTitle()) : model.xTitle());
        fitValues(model);
        StyledCurves curves = new StyledCurves();
        List<Bands.CurveBand> curveBands = new ArrayList<>();
        if (Double.isFinite(model.level())) {
            curves.add(
                    Curve.of(new double[] {model.from(), model.to()}, new double[] {model.level(), model.level()}),
                    CurveStyle.reference(ChartTheme::text));
        }
        List<Line> backToFront = new ArrayList<>(model.lines());
        backToFront.sort(Comparator.comparing(line -> -model.lines().indexOf(line)));
        for (Line line : backToFront) {
            curves.add(Curve.of(line.x(), line.median()).named(line.name()), line.curveStyle());
            curveBands.add(band(line));
        }
        curves.showIn(dataset, renderer);
        bands.show(curveBands);
        endLabels.show(model.lines().stream()
                .filter(line -> !line.name().isEmpty())
                .map(line -> endLabel(line, model.from()))
                .toList());
        playHead.show(model.playHead(), model.playHeadLabel());
    }

    /**
     * Returns the band of a line. An edge that the axis cannot show, such as a NaN loss, is moved to the edge of the
     * plot; where both edges are NaN, no band is drawn.
     */
    private Bands.CurveBand band(Line line) {
        Range shown = homeRange(plot().getRangeAxis());
        double[] low = line.lower().clone();
        double[] high = line.upper().clone();
        for (int i = 0; i < low.length; i++) {
            if (!Double.isNaN(low[i]) || !Double.isNaN(high[i])) {
                low[i] = low[i] >= shown.getLowerBound() ? low[i] : shown.getLowerBound();
                high[i] = high[i] <= shown.getUpperBound() ? high[i] : shown.getUpperBound();
            }
        }
        return new Bands.CurveBand(
                Curve.of(line.x(), low),
                Curve.of(line.x(), high),
                line.curveStyle().themeColor());
    }

    /** Returns the name of a line, at its last finite point or at the edge of the plot if that point is outside. */
    private EndLabels.Label endLabel(Line line, double from) {
        int last = line.median().length - 1;
        while (last > 0 && !Double.isFinite(line.median()[last])) {
            last--;
        }
        Range shown = homeRange(plot().getRangeAxis());
        double y = line.median().length == 0 ? Double.NaN : line.median()[last];
        return new EndLabels.Label(
                line.name(),
                line.shortName(),
                line.x().length == 0 ? from : line.x()[last],
                Math.max(shown.getLowerBound(), Math.min(shown.getUpperBound(), y)),
                line.curveStyle().themeColor());
    }

    /** Fits the value axis to all lines and bands, as far as the axis can show them. */
    private void fitValues(Model model) {
        boolean log = model.logarithmicY();
        double[] shown = model.lines().stream()
                .flatMapToDouble(line -> Arrays.stream(new double[][] {line.median(), line.lower(), line.upper()})
                        .flatMapToDouble(Arrays::stream))
                .filter(value -> Double.isFinite(value) && (!log || value > 0))
                .toArray();
        double low = Arrays.stream(shown).min().orElse(Double.NaN);
        double high = Arrays.stream(shown).max().orElse(Double.NaN);
        low = finiteMin(low, model.lowest(), model.level());
        high = -finiteMin(-high, -model.highest(), -model.level());
        if (!(low <= high)) {
            low = log ? 0.1 : 0;
            high = log ? 10 : 1;
        }
        if (log) {
            double middle = Double.isFinite(model.level()) ? Math.log10(model.level()) : Math.log10(high);
            double bottom = Math.max(Math.log10(low), middle - MAX_DECADES);
            double top = Math.min(Math.log10(high), middle + MAX_DECADES);
            double room = Math.max(top - bottom, 0.3) * ROOM;
            fit(values.logarithmic(), Math.pow(10, bottom - room), Math.pow(10, top + room));
        } else {
            double room = high > low ? (high - low) * ROOM : Math.max(1e-9, Math.abs(high) * ROOM);
            fit(values.linear(), low == model.lowest() ? low : low - room, high + room);
        }
    }

    private static double finiteMin(double... candidates) {
        return Arrays.stream(candidates).filter(Double::isFinite).min().orElse(Double.NaN);
    }
}
