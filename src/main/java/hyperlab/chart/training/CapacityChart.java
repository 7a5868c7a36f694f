package hyperlab.chart.training;

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
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.Layer;

/**
 * Training and validation loss against the size of the network: medians of several runs, with their quartiles as bands.
 */
public final class CapacityChart {
    private static final ThemeColor TRAIN = ThemeColor.series(0);
    private static final ThemeColor VALIDATION = ThemeColor.series(1);

    private final CurveDataset lines = new CurveDataset();
    private final LogarithmicAxis units = LogarithmicAxis.ofPowersOfTwo();
    private final LinearAxis layers = LinearAxis.ofIntegers();
    private final LogarithmicAxis loss = new LogarithmicAxis();
    private final JFreeChart chart;
    private final FilledAreas bands = new FilledAreas();
    private final EndLabels endLabels;
    private Texts texts;
    private ChartStyle style;

    /**
     * The results of networks of one size.
     *
     * @param size units per hidden layer, or number of hidden layers
     * @param train spread of the training loss
     * @param validation spread of the validation loss
     */
    public record SizeResult(int size, Quantiles train, Quantiles validation) {}

    public CapacityChart(Texts texts, ChartTheme theme) {
        this.texts = texts;
        style = ChartStyle.of(theme);
        chart = style.createChart(units, loss);
        CurveRenderer renderer = new CurveRenderer();
        renderer.setCurveStyles(
                CurveStyle.line(TRAIN, CurveStyle.WIDTH).with(MarkerShape.CIRCLE),
                CurveStyle.line(VALIDATION, CurveStyle.WIDTH)
                        .with(Dash.VALIDATION)
                        .with(MarkerShape.SQUARE));
        renderer.addAnnotation(bands, Layer.BACKGROUND);
        chart.getXYPlot().setDataset(lines);
        chart.getXYPlot().setRenderer(renderer);
        endLabels = EndLabels.addTo(chart, style);
        restyle();
    }

    public JFreeChart chart() {
        return chart;
    }

    /**
     * Shows these sizes, in ascending order, and replaces everything shown.
     *
     * @param ofLayers whether sizes count layers rather than units
     */
    public void show(List<SizeResult> sizes, boolean ofLayers) {
        ChartStyle.withOneNotification(chart, () -> {
            ValueAxis axis = ofLayers ? layers : units;
            if (!axis.equals(chart.getXYPlot().getDomainAxis())) {
                chart.getXYPlot().setDomainAxis(axis);
                restyle();
            }
            if (!sizes.isEmpty()) {
                int first = sizes.get(0).size();
                int last = Math.max(first + 1, sizes.get(sizes.size() - 1).size());
                if (ofLayers) {
                    layers.setRange(first, last);
                } else {
                    units.setRange(first, last);
                }
            }
            Curve train = curve(sizes, size -> size.train().median());
            Curve validation = curve(sizes, size -> size.validation().median());
            lines.show(train, validation);
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
        });
    }

    private void addLabel(List<EndLabels.Label> labels, String key, Curve curve, ThemeColor themeColor) {
        int last = curve.size() - 1;
        if (last >= 0) {
            labels.add(new EndLabels.Label(texts.get(key), curve.x(last), curve.y(last), themeColor));
        }
    }

    private static Curve curve(List<SizeResult> sizes, Function<SizeResult, Double> of) {
        return Curve.of(
                sizes.stream().mapToDouble(SizeResult::size).toArray(),
                sizes.stream().mapToDouble(of::apply).toArray());
    }

    public void style(ChartStyle newStyle) {
        style = newStyle;
        restyle();
    }

    public void texts(Texts newTexts) {
        texts = newTexts;
        restyle();
    }

    private void restyle() {
        units.setLabel(ChartStyle.logTitle(texts, texts.get("chart.unitsPerLayer")));
        layers.setLabel(texts.get("chart.hiddenLayers"));
        loss.setLabel(ChartStyle.logTitle(texts, texts.get("chart.loss")));
        bands.style(style);
        style.apply(chart);
    }
}
