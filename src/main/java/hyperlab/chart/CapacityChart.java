package hyperlab.chart;

import hyperlab.text.Texts;
import hyperlab.train.FiveNumberSummary;
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
    private static final Ink TRAIN = Ink.series(0);
    private static final Ink VALIDATION = Ink.series(1);

    private final CurveDataset lines = new CurveDataset();
    private final LogarithmicAxis units = LogarithmicAxis.ofPowersOfTwo();
    private final LinearAxis layers = LinearAxis.ofWholes();
    private final LogarithmicAxis loss = new LogarithmicAxis();
    private final JFreeChart chart;
    private final Areas bands = new Areas();
    private final EndLabels names;
    private Texts texts;
    private ChartStyle style;

    /**
     * The results of networks of one size.
     *
     * @param size units per hidden layer, or number of hidden layers
     * @param train spread of the training loss
     * @param validation spread of the validation loss
     */
    public record Size(int size, FiveNumberSummary train, FiveNumberSummary validation) {}

    public CapacityChart(Texts texts, ChartTheme theme) {
        this.texts = texts;
        style = ChartStyle.of(theme);
        chart = style.plot(units, loss);
        CurveRenderer renderer = new CurveRenderer();
        renderer.looks(
                CurveLook.line(TRAIN, CurveLook.WIDTH).with(Marker.CIRCLE),
                CurveLook.line(VALIDATION, CurveLook.WIDTH)
                        .with(Dash.VALIDATION)
                        .with(Marker.SQUARE));
        renderer.addAnnotation(bands, Layer.BACKGROUND);
        chart.getXYPlot().setDataset(lines);
        chart.getXYPlot().setRenderer(renderer);
        names = EndLabels.on(chart, style);
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
    public void show(List<Size> sizes, boolean ofLayers) {
        ChartStyle.atOnce(chart, () -> {
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
                    new Areas.Area(
                            curve(sizes, size -> size.train().lower()),
                            curve(sizes, size -> size.train().upper()),
                            TRAIN,
                            Areas.BAND),
                    new Areas.Area(
                            curve(sizes, size -> size.validation().lower()),
                            curve(sizes, size -> size.validation().upper()),
                            VALIDATION,
                            Areas.BAND)));
            List<EndLabels.Label> labels = new ArrayList<>();
            name(labels, "chart.training", train, TRAIN);
            name(labels, "chart.validation", validation, VALIDATION);
            names.show(labels);
        });
    }

    private void name(List<EndLabels.Label> labels, String key, Curve curve, Ink ink) {
        int last = curve.size() - 1;
        if (last >= 0) {
            labels.add(new EndLabels.Label(texts.get(key), curve.x(last), curve.y(last), ink));
        }
    }

    private static Curve curve(List<Size> sizes, Function<Size, Double> of) {
        return Curve.of(
                sizes.stream().mapToDouble(Size::size).toArray(),
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
