package hyperlab.app.training;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.Hints;
import hyperlab.app.control.Icons;
import hyperlab.app.control.WrappedText;
import hyperlab.app.control.SegmentedButton;
import hyperlab.chart.CapacityChart;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/**
 * The card with training and validation loss against the size of the network, with controls to start and stop the runs.
 */
final class CapacityCard {
    private final TrainingViewModel lab;
    private final Messages messages;
    private final CapacityChart chart;
    private final ChartCard card;
    private final Button button = new Button();
    private final WrappedText empty;

    CapacityCard(TrainingViewModel lab, LabContext context) {
        this.lab = lab;
        this.messages = context.messages();
        chart = new CapacityChart(messages.texts(), context.appearance().chartTheme());
        card = new ChartCard(
                        "training-capacity",
                        messages,
                        messages.bind("stage.capacity"),
                        messages.bind("stage.capacity.subtitle"),
                        chart.chart())
                .followLanguageAndStyle(context, this::updateTexts, chart::style);
        SegmentedButton<CapacityStudyViewModel.CapacityDimension> by = new SegmentedButton<>(
                "training-capacity-by",
                messages,
                List.of(CapacityStudyViewModel.CapacityDimension.values()),
                each -> "stage.capacity." + each.name().toLowerCase(Locale.ROOT));
        by.value().bindBidirectional(lab.capacity().by());
        button.setId("training-capacity-train");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> lab.trainCapacity());
        Icons.addTooltip(button, messages.bind("stage.capacity.train.tip"));
        empty = new WrappedText(messages.bind("stage.capacity.empty"), "muted");
        HBox row = new HBox(8, Hints.withHint(by, messages.bind("stage.capacity.by.hint")), button);
        row.setAlignment(Pos.CENTER_LEFT);
        card.addBelow(row);
        lab.capacity().found().addListener((observed, before, now) -> show());
        show();
    }

    ChartCard card() {
        return card;
    }

    private void updateTexts(Texts texts) {
        chart.texts(texts);
        show();
    }

    private void show() {
        boolean running = lab.capacity().found().get().isRunning();
        List<CapacityChart.SizeResult> sizes = lab.capacity().results();
        button.setText(messages.get(running ? "training.seeds.stop" : "training.seeds.train"));
        button.setGraphic(Icons.icon(running ? "fth-x" : "fth-play"));
        if (running) {
            card.showProgress(lab.capacity().found().get().share());
        } else {
            card.showProgress(false);
        }
        card.showInstead(sizes.isEmpty() ? empty : null);
        chart.show(sizes, lab.capacity().by().get() == CapacityStudyViewModel.CapacityDimension.LAYERS);
    }
}
