package hyperlab.lab.learningrate;

import hyperlab.chart.batch.BatchSizeChart;
import hyperlab.chart.descent.NoisyDescentChart;
import hyperlab.chart.descent.VarianceChart;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.chart.ChartCard;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The gradient noise cards: the paths, their variance against the step, and their spread against the batch size. */
final class NoiseStage {
    private final LabContext context;
    private final NoisyDescentChart walks;
    private final VarianceChart variance;
    private final BatchSizeChart batches;
    private final StringProperty pathsCaption = new SimpleStringProperty("");
    private final StringProperty varianceCaption = new SimpleStringProperty("");
    private final StringProperty batchSizesCaption = new SimpleStringProperty("");
    private final List<ChartCard> cards;

    NoiseStage(LabContext context) {
        this.context = context;
        Messages messages = context.messages();
        walks = new NoisyDescentChart(context.appearance().chartTheme());
        variance = new VarianceChart(messages.texts(), context.appearance().chartTheme());
        batches = new BatchSizeChart(messages.texts(), context.appearance().chartTheme());
        cards = List.of(
                new ChartCard(
                        "learning-rate-noise-walks-card",
                        messages,
                        messages.bind("learning-rate.noise.stage.walks"),
                        pathsCaption,
                        walks.chart()),
                new ChartCard(
                        "learning-rate-noise-variance-card",
                        messages,
                        messages.bind("learning-rate.noise.stage.variance"),
                        varianceCaption,
                        variance.chart()),
                new ChartCard(
                        "learning-rate-noise-batches-card",
                        messages,
                        messages.bind("learning-rate.noise.stage.batches"),
                        batchSizesCaption,
                        batches.chart()));
        cards.forEach(card -> card.managedProperty().bind(card.visibleProperty()));
    }

    List<ChartCard> cards() {
        return cards;
    }

    void show(RaceSnapshot moment, NoisyDescents.NoisyDescentResults results, boolean hidden) {
        boolean on = moment.race().setup().noise().enabled() && !hidden;
        cards.forEach(card -> card.setVisible(on));
        if (!on || results.isEmpty()) {
            return;
        }
        Texts texts = context.messages().texts();
        NoiseText words = new NoiseText(texts);
        NoiseChartModels models = new NoiseChartModels(texts, results, moment.step());
        ObjectiveFunction.PlotWindow window = moment.race().window();
        walks.show(models.pathsModel(window.xLow(), window.xHigh()));
        variance.show(models.varianceModel());
        batches.show(models.batchSizesModel());
        pathsCaption.set(words.explainPaths(results));
        varianceCaption.set(words.explainVariance(results));
        batchSizesCaption.set(words.explainBatchSizes(results));
        for (ChartCard card : cards) {
            if (results.running()) {
                card.showProgress(results.progress());
            } else {
                card.showProgress(false);
            }
        }
    }

    void restyle() {
        walks.style(context.appearance().chartStyle());
        variance.style(context.appearance().chartStyle());
        batches.style(context.appearance().chartStyle());
    }

    void relabel() {
        variance.texts(context.messages().texts());
        batches.texts(context.messages().texts());
    }
}
