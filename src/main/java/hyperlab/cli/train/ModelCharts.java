package hyperlab.cli.train;

import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.BoundaryChart;
import hyperlab.chart.training.BoundaryChartModel;
import hyperlab.chart.training.ConfusionChart;
import hyperlab.chart.training.HistogramChart;
import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.diagnosis.ConfusionMatrix;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.diagnosis.NetworkReport;
import hyperlab.export.FrameRenderer;
import hyperlab.nn.NetworkProbe;
import hyperlab.text.Texts;
import java.util.function.Function;

/** Charts of a trained model, at the end of a run or at an earlier epoch. */
final class ModelCharts {
    private final DataSplit partition;
    private final RunMetadata subject;
    private final Texts texts;

    ModelCharts(DataSplit partition, RunMetadata subject, Texts texts) {
        this.partition = partition;
        this.subject = subject;
        this.texts = texts;
    }

    /** @param name one of {@link RunCharts#MODEL_CHARTS} */
    ModelChart<?> of(String name) {
        return switch (name) {
            case RunCharts.BOUNDARY -> boundary();
            case RunCharts.WEIGHTS -> weights();
            case RunCharts.GRADIENTS -> gradients();
            case RunCharts.CONFUSION -> confusion();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The predictions over the plane with all data; only for two features. */
    private ModelChart<BoundaryChartModel> boundary() {
        BoundaryChart chart = new BoundaryChart(texts, ChartTheme.LIGHT);
        chart.setTitle(subject.name());
        return new ModelChart<>(chart, FrameRenderer.withFixedAxes(chart.chart(), chart::show), learned -> {
            DecisionMap map =
                    DecisionMap.of(partition, learned.predict()::apply, DecisionMap.RESOLUTION, DecisionMap.RESOLUTION);
            return BoundaryChartModel.of(partition, map);
        });
    }

    /** The confusion matrix of the validation data; only for classification. */
    private ModelChart<ConfusionChart.Model> confusion() {
        DataSet validation = partition.validation();
        ConfusionChart chart = new ConfusionChart(texts, ChartTheme.LIGHT);
        chart.setTitle(subject.name());
        return new ModelChart<>(
                chart,
                FrameRenderer.withFixedAxes(chart.chart(), chart::show),
                learned -> new ConfusionChart.Model(
                        ConfusionMatrix.of(learned.predict().apply(validation.features()), validation.targets()),
                        validation.classNames()));
    }

    /** Histograms of the weights of each layer; for an ensemble, of its first network. */
    private ModelChart<HistogramChart.Model> weights() {
        return histograms(
                HistogramChart.Quantity.WEIGHTS, learned -> HistogramChart.Model.ofWeights(learned.weights()));
    }

    /**
     * Histograms of the gradient of the loss over all training data with respect to each layer's weights; for an
     * ensemble, of its first network.
     */
    private ModelChart<HistogramChart.Model> gradients() {
        return histograms(HistogramChart.Quantity.GRADIENTS, learned -> {
            NetworkReport report = NetworkReport.of(
                    new NetworkProbe(learned.network()), partition.train(), NetworkReport.DEFAULT_SATURATION_THRESHOLD);
            return new HistogramChart.Model(report.layers().stream()
                    .map(layer -> HistogramChart.Row.of(layer.layer(), layer.weightGradients()))
                    .toList());
        });
    }

    private ModelChart<HistogramChart.Model> histograms(
            HistogramChart.Quantity quantity, Function<ModelState, HistogramChart.Model> rows) {
        HistogramChart chart = new HistogramChart(quantity, texts, ChartTheme.LIGHT);
        chart.setTitle(title());
        return new ModelChart<>(chart, new FrameRenderer<>(chart.chart(), chart::fixAxis, chart::show), rows);
    }

    private String title() {
        if (subject.ensemble() == 1) {
            return subject.name();
        }
        String networks = Integer.toString(subject.ensemble());
        return subject.name().isBlank()
                ? texts.get("chart.firstOfUnnamed", networks)
                : texts.get("chart.firstOf", subject.name(), networks);
    }
}
