package hyperlab.cli;

import hyperlab.chart.BoundaryChart;
import hyperlab.chart.BoundaryPicture;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.ConfusionChart;
import hyperlab.chart.HistogramChart;
import hyperlab.data.DataSet;
import hyperlab.diagnosis.ConfusionMatrix;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.diagnosis.NetworkReport;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.text.Texts;
import hyperlab.train.Training;
import hyperlab.train.TrainingRun;
import java.util.List;
import org.jfree.chart.JFreeChart;

/** Charts of what a run has learned, once it has ended: of the weights that stand for it. */
final class RunPictures {
    private final Training run;
    private final RunSubject subject;
    private final Texts texts;

    RunPictures(Training run, RunSubject subject, Texts texts) {
        this.run = run;
        this.subject = subject;
        this.texts = texts;
    }

    /** What is predicted where, with all data; of two features alone. */
    JFreeChart boundary() {
        DecisionMap map = DecisionMap.of(run.partition(), run::predict, DecisionMap.SAMPLES, DecisionMap.SAMPLES);
        BoundaryChart chart = new BoundaryChart(texts, ChartTheme.LIGHT);
        chart.title(subject.name());
        chart.show(BoundaryPicture.of(run.partition(), map));
        return chart.chart();
    }

    /** What of the validation part was taken for what; of classes alone. */
    JFreeChart confusion() {
        DataSet validation = run.partition().validation();
        ConfusionChart chart = new ConfusionChart(texts, ChartTheme.LIGHT);
        chart.title(subject.name());
        chart.show(
                ConfusionMatrix.of(run.predict(validation.features()), validation.targets()), validation.classNames());
        return chart.chart();
    }

    /** The weights of each layer, of an ensemble's first network. */
    JFreeChart weights() {
        return histograms(
                HistogramChart.Quantity.WEIGHTS,
                HistogramChart.rows(run.resultingWeights().get(0)));
    }

    /** The gradient of the loss over the whole training part by each layer's weights, of an ensemble's first network. */
    JFreeChart gradients() {
        if (!(run instanceof TrainingRun training)) {
            throw new IllegalStateException("no network to take a gradient of");
        }
        Network network = training.ensemble().members().get(0).copy(0);
        network.load(training.resultingWeights().get(0));
        NetworkReport report =
                NetworkReport.of(new NetworkProbe(network), run.partition().train(), NetworkReport.SATURATED_BELOW);
        return histograms(
                HistogramChart.Quantity.GRADIENTS,
                report.layers().stream()
                        .map(layer -> HistogramChart.Row.of(layer.layer(), layer.weightGradients()))
                        .toList());
    }

    private JFreeChart histograms(HistogramChart.Quantity quantity, List<HistogramChart.Row> rows) {
        HistogramChart chart = new HistogramChart(quantity, texts, ChartTheme.LIGHT);
        chart.title(title());
        chart.show(rows);
        return chart.chart();
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
