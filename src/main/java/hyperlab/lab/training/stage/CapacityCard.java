package hyperlab.lab.training.stage;

import hyperlab.chart.training.CapacityChart;
import hyperlab.lab.LabContext;
import hyperlab.lab.training.inspection.CapacityStudyViewModel;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/**
 * The card with training and validation loss against the size of the network, with controls to start and stop the runs.
 */
public final class CapacityCard {
    private final CapacityStudyViewModel capacity;
    private final Messages messages;
    private final ChartCardView<CapacityChart.Model> view;
    private final ChartCard card;
    private final Button button = new Button();
    private final WrappedText empty;

    /** @param trainOrStop starts the training, or stops it if it is in progress */
    public CapacityCard(CapacityStudyViewModel capacity, Runnable trainOrStop, LabContext context) {
        this.capacity = capacity;
        this.messages = context.messages();
        view = context.chartCard(
                        "training-capacity",
                        new CapacityChart(messages.texts(), context.appearance().chartTheme()),
                        messages.bind("stage.capacity"),
                        messages.bind("stage.capacity.subtitle"))
                .onLanguageChange(this::show);
        card = view.card();
        SegmentedButton<CapacityStudyViewModel.CapacityDimension> by = new SegmentedButton<>(
                "training-capacity-by",
                messages,
                List.of(CapacityStudyViewModel.CapacityDimension.values()),
                each -> "stage.capacity." + each.name().toLowerCase(Locale.ROOT));
        by.valueProperty().bindBidirectional(capacity.dimensionProperty());
        button.setId("training-capacity-train");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> trainOrStop.run());
        Icons.addTooltip(button, messages.bind("stage.capacity.train.tip"));
        empty = new WrappedText(messages.bind("stage.capacity.empty"), "muted");
        HBox row = new HBox(8, Hints.withHint(by, messages.bind("stage.capacity.by.hint")), button);
        row.setAlignment(Pos.CENTER_LEFT);
        card.addBelow(row);
        capacity.statusProperty().addListener((observed, before, now) -> show());
        show();
    }

    public ChartCard card() {
        return card;
    }

    private void show() {
        boolean running = capacity.statusProperty().get().isRunning();
        List<CapacityChart.SizeResult> sizes = capacity.results();
        button.setText(messages.get(running ? "training.seeds.stop" : "training.seeds.train"));
        button.setGraphic(Icons.icon(running ? "fth-x" : "fth-play"));
        card.showProgress(running, capacity.statusProperty().get().share());
        card.showInstead(sizes.isEmpty() ? empty : null);
        card.setSubject(capacity.dimensionProperty().get());
        view.show(new CapacityChart.Model(
                sizes, capacity.dimensionProperty().get() == CapacityStudyViewModel.CapacityDimension.LAYERS));
    }
}
