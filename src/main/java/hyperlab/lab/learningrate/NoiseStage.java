package hyperlab.lab.learningrate;

import hyperlab.chart.batch.BatchSizeChart;
import hyperlab.chart.descent.NoisyDescentChart;
import hyperlab.chart.descent.VarianceChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.lab.LabContext;
import hyperlab.lab.learningrate.race.NoisyDescents;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The gradient noise cards: the paths, their variance against the step, and their spread against the batch size. */
final class NoiseStage {
    private final LabContext context;
    private final ChartCardView<NoisyDescentChart.Model> paths;
    private final ChartCardView<VarianceChart.Model> variance;
    private final ChartCardView<BatchSizeChart.Model> batchSizes;
    private final StringProperty pathsCaption = new SimpleStringProperty("");
    private final StringProperty varianceCaption = new SimpleStringProperty("");
    private final StringProperty batchSizesCaption = new SimpleStringProperty("");
    private final List<ChartCard> cards;

    NoiseStage(LabContext context) {
        this.context = context;
        Messages messages = context.messages();
        ChartTheme theme = context.appearance().chartTheme();
        paths = context.chartCard(
                "learning-rate-noise-walks-card",
                new NoisyDescentChart(theme),
                messages.bind("learning-rate.noise.stage.walks"),
                pathsCaption);
        variance = context.chartCard(
                "learning-rate-noise-variance-card",
                new VarianceChart(messages.texts(), theme),
                messages.bind("learning-rate.noise.stage.variance"),
                varianceCaption);
        batchSizes = context.chartCard(
                "learning-rate-noise-batches-card",
                new BatchSizeChart(messages.texts(), theme),
                messages.bind("learning-rate.noise.stage.batches"),
                batchSizesCaption);
        cards = List.of(paths.card(), variance.card(), batchSizes.card());
        cards.forEach(card -> card.managedProperty().bind(card.visibleProperty()));
    }

    List<ChartCard> cards() {
        return cards;
    }

    void show(RaceSnapshot snapshot, NoisyDescents.NoisyDescentResults results, boolean hidden) {
        boolean on = snapshot.race().setup().noise().enabled() && !hidden;
        cards.forEach(card -> card.setVisible(on));
        if (!on || results.isEmpty()) {
            return;
        }
        Texts texts = context.messages().texts();
        NoiseText text = new NoiseText(texts);
        NoiseChartModels models = new NoiseChartModels(texts, results, snapshot.step());
        ObjectiveFunction.PlotWindow window = snapshot.race().window();
        paths.show(models.pathsModel(window.xLow(), window.xHigh()));
        variance.show(models.varianceModel());
        batchSizes.show(models.batchSizesModel());
        pathsCaption.set(text.explainPaths(results));
        varianceCaption.set(text.explainVariance(results));
        batchSizesCaption.set(text.explainBatchSizes(results));
        for (ChartCard card : cards) {
            card.showProgress(results.running(), results.progress());
        }
    }
}
