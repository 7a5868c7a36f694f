package hyperlab.app.descent;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.ChartCard;
import hyperlab.chart.BatchSizeChart;
import hyperlab.chart.SpreadChart;
import hyperlab.chart.WalksChart;
import hyperlab.descent.Objective;
import hyperlab.text.Texts;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The gradient noise cards: the paths, their variance against the step, and their spread against the batch size. */
final class NoiseStage {
    private final LabContext context;
    private final WalksChart walks;
    private final SpreadChart variance;
    private final BatchSizeChart batches;
    private final StringProperty howWalks = new SimpleStringProperty("");
    private final StringProperty howVariance = new SimpleStringProperty("");
    private final StringProperty howBatches = new SimpleStringProperty("");
    private final List<ChartCard> cards;

    NoiseStage(LabContext context) {
        this.context = context;
        Messages messages = context.messages();
        walks = new WalksChart(context.appearance().chartTheme());
        variance = new SpreadChart(messages.texts(), context.appearance().chartTheme());
        batches = new BatchSizeChart(messages.texts(), context.appearance().chartTheme());
        cards = List.of(
                new ChartCard(
                        "rate-noise-walks-card",
                        messages,
                        messages.bind("rate.noise.stage.walks"),
                        howWalks,
                        walks.chart()),
                new ChartCard(
                        "rate-noise-variance-card",
                        messages,
                        messages.bind("rate.noise.stage.variance"),
                        howVariance,
                        variance.chart()),
                new ChartCard(
                        "rate-noise-batches-card",
                        messages,
                        messages.bind("rate.noise.stage.batches"),
                        howBatches,
                        batches.chart()));
        cards.forEach(card -> card.managedProperty().bind(card.visibleProperty()));
    }

    List<ChartCard> cards() {
        return cards;
    }

    void show(Moment moment, NoisyWalks.Found found, boolean veiled) {
        boolean on = moment.race().setup().noise().on() && !veiled;
        cards.forEach(card -> card.setVisible(on));
        if (!on || found.isEmpty()) {
            return;
        }
        Texts texts = context.messages().texts();
        NoiseWords words = new NoiseWords(texts);
        NoisePictures pictures = new NoisePictures(texts, found, moment.step());
        Objective.Window window = moment.race().window();
        walks.show(pictures.walks(window.xLow(), window.xHigh()));
        variance.show(pictures.variance());
        batches.show(pictures.batches());
        howWalks.set(words.walks(found));
        howVariance.set(words.variance(found));
        howBatches.set(words.batches(found));
        for (ChartCard card : cards) {
            if (found.working()) {
                card.showProgress(found.share());
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
