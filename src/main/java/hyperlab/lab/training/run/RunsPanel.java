package hyperlab.lab.training.run;

import hyperlab.lab.LabContext;
import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.Conflator;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.ScrollPanes;
import hyperlab.ui.control.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The list of compared runs, below the settings, with actions to pin, rename, color, hide, reorder and delete them; and
 * the "change one thing" switch.
 */
public final class RunsPanel extends VBox {
    private final ControlledComparison controlled;
    private final ComparedRuns runs;
    private final ExperimentSettings settings;
    private final LabContext context;
    private final Messages messages;
    private final VBox rows = new VBox();
    private final ScrollPane scroll = ScrollPanes.withoutCache(new ScrollPane(rows));
    private final Map<Integer, RunRow> rowCache = new HashMap<>();
    private int liveId;

    /** @param seeds the row that trains the runs under many seeds */
    public RunsPanel(
            ControlledComparison controlled,
            ObservableValue<TrainingViewState> state,
            ComparedRuns runs,
            ExperimentSettings settings,
            SeedsRow seeds,
            LabContext context) {
        this.controlled = controlled;
        this.runs = runs;
        this.settings = settings;
        this.context = context;
        this.messages = context.messages();
        setId("training-runs");
        getStyleClass().add("runs-panel");
        setMinHeight(USE_PREF_SIZE);
        scroll.getStyleClass().addAll("edge-to-edge", "runs-list");
        scroll.setFitToWidth(true);
        scroll.prefViewportHeightProperty().bind(rows.heightProperty());
        scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        rows.getStyleClass().add("runs-rows");
        Section section = new Section(messages.bind("training.runs"), controlledComparisonRow(), seeds, scroll)
                .addToHeader(messages.bind("training.runs.kept"));
        getChildren().add(section);
        Conflator<TrainingViewState> updates = new Conflator<>(context.lowPriority(), newest -> show());
        state.addListener((observed, before, now) -> updates.offer(now));
        runs.runsProperty().addListener((observed, before, now) -> show());
        messages.languageProperty().addListener((observed, before, now) -> show());
        show();
    }

    private HBox controlledComparisonRow() {
        Label label = new Label();
        label.textProperty().bind(messages.bind("training.one"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        FocusableToggleSwitch toggle = new FocusableToggleSwitch("training-one");
        toggle.accessibleTextProperty().bind(messages.bind("training.one"));
        toggle.selectedProperty().addListener((observed, before, now) -> {
            if (now && !controlled.enabledProperty().get()) {
                controlled.start();
            } else if (!now) {
                controlled.stop();
            }
        });
        controlled.enabledProperty().addListener((observed, before, now) -> toggle.setSelected(now));
        HBox row = new HBox(8, label, gap, toggle);
        row.getStyleClass().add("runs-one");
        return Hints.withHint(row, messages.bind("training.one.hint"));
    }

    private void show() {
        List<ComparedRun> shown = runs.runsProperty().get();
        rowCache.keySet().removeIf(id -> shown.stream().noneMatch(run -> run.id() == id));
        RunNames names = RunNames.ofList(settings, runs);
        List<RunRow> newRows = new ArrayList<>();
        for (ComparedRun run : shown) {
            RunRow row = rowCache.computeIfAbsent(run.id(), id -> new RunRow(id, runs, context));
            row.show(run, names.fullName(run));
            newRows.add(row);
        }
        if (!rows.getChildren().equals(newRows)) {
            rows.getChildren().setAll(newRows);
        }
        int newLiveId = runs.live().id();
        if (newLiveId != liveId) {
            liveId = newLiveId;
            context.lowPriority().execute(this::showLiveRun);
        }
    }

    /** Scrolls to the live run, which is new at the end of the list after each restart. */
    private void showLiveRun() {
        RunRow row = rowCache.get(liveId);
        if (row != null && row.getScene() != null) {
            ScrollPanes.scrollTo(scroll, row);
        }
    }
}
