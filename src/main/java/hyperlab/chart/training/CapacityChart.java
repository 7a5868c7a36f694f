package hyperlab.chart.training;

import hyperlab.chart.ChartTable;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.FilledAreas;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.text.Texts;
import hyperlab.train.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jfree.chart.axis.ValueAxis;

/**
 * Training and validation loss against the size of the network: medians of several runs, with their quartiles as bands.
 */
public final class CapacityChart extends PlotChart<CapacityChart.Model> {
    private static final ThemeColor TRAIN = ThemeColor.series(0);
    private static final ThemeColor VALIDATION = ThemeColor.series(1);

    private final CurveDataset lines = new CurveDataset();
    private final LogarithmicAxis units = LogarithmicAxis.ofPowersOfTwo();
    private final LinearAxis layers = keepStyled(LinearAxis.ofIntegers());
    private final LogarithmicAxis loss = new LogarithmicAxis();
    private final FilledAreas bands = new FilledAreas();
    private final EndLabels endLabels = new EndLabels();

    /**
     * What the chart shows.
     *
     * @param sizes in ascending order
     * @param ofLayers whether sizes count layers rather than units
     */
    public record Model(List<SizeResult> sizes, boolean ofLayers) {
        public Model {
            sizes = List.copyOf(sizes);
        }
    }

    /**
     * The results of networks of one size.
     *
     * @param size units per hidden layer, or number of hidden layers
     * @param train spread of the training loss
     * @param validation spread of the validation loss
     */
    public record SizeResult(int size, Quantiles train, Quantiles validation) {}

    public CapacityChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(units, loss);
        CurveRenderer renderer = new CurveRenderer();
        renderer.setCurveStyles(
                CurveStyle.line(TRAIN, CurveStyle.WIDTH).with(MarkerShape.CIRCLE),
                CurveStyle.line(VALIDATION, CurveStyle.WIDTH)
                        .with(Dash.VALIDATION)
                        .with(MarkerShape.SQUARE));
        addBehind(renderer, bands);
        addCurves(lines, renderer);
        add(endLabels);
        relabel();
    }

    @Override
    protected void relabel() {
        units.setLabel(ChartStyle.logTitle(texts(), texts().get("chart.unitsPerLayer")));
        layers.setLabel(texts().get("chart.hiddenLayers"));
        loss.setLabel(ChartStyle.logTitle(texts(), texts().get("chart.loss")));
    }

    @Override
    protected void draw(Model model) {
        List<SizeResult> sizes = model.sizes();
        boolean ofLayers = model.ofLayers();
        ValueAxis axis = ofLayers ? layers : units;
        setXAxis(axis);
        if (!sizes.isEmpty()) {
            int first = sizes.get(0).size();
            fit(axis, first, Math.max(first + 1, sizes.get(sizes.size() - 1).size()));
        }
        Curve train = curve(sizes, size -> size.train().median());
        Curve validation = curve(sizes, size -> size.validation().median());
        lines.show(train.named(texts().get("chart.training")), validation.named(texts().get("chart.validation")));
        bands.show(List.of(
                new FilledAreas.CurveArea(
                        curve(sizes, size -> size.train().lower()),
                        curve(sizes, size -> size.train().upper()),
                        TRAIN,
                        FilledAreas.BAND),
                new FilledAreas.CurveArea(
                        curve(sizes, size -> size.validation().lower()),
                        curve(sizes, size -> size.validation().upper()),
                        VALIDATION,
                        FilledAreas.BAND)));
        List<EndLabels.Label> labels = new ArrayList<>();
        addLabel(labels, "chart.training", train, TRAIN);
        addLabel(labels, "chart.validation", validation, VALIDATION);
        endLabels.show(labels);
    }

    @Override
    protected ChartTable table(Model model) {
        ChartTable table =
                new ChartTable("size", "part", "minimum", "lowerQuartile", "median", "upperQuartile", "maximum");
        for (SizeResult result : model.sizes()) {
            addRow(table, result.size(), "train", result.train());
            addRow(table, result.size(), "validation", result.validation());
        }
        return table;
    }

    private static void addRow(ChartTable table, int size, String part, Quantiles spread) {
        table.add(size, part, spread.minimum(), spread.lower(), spread.median(), spread.upper(), spread.maximum());
    }

    private void addLabel(List<EndLabels.Label> labels, String key, Curve curve, ThemeColor themeColor) {
        int last = curve.size() - 1;
        if (last >= 0) {
            labels.add(new EndLabels.Label(texts().get(key), curve.x(last), curve.y(last), themeColor));
        }
    }

    private static Curve curve(List<SizeResult> sizes, Function<SizeResult, Double> of) {
        return Curve.of(
                sizes.stream().mapToDouble(SizeResult::size).toArray(),
                sizes.stream().mapToDouble(of::apply).toArray());
    }
}
