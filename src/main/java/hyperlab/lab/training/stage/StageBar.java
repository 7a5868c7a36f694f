package hyperlab.lab.training.stage;

import hyperlab.lab.training.run.RunController;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.run.StageLayout;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.playback.Playback;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The bar above the charts: the past epoch that is displayed, a button to branch from it, and the number of charts.
 */
public final class StageBar extends HBox {
    private final Playback playback;
    private final RunController runController;
    private final Messages messages;
    private final StringProperty pastText = new SimpleStringProperty("");
    private final HBox pastControls;

    /**
     * @param stepOnce performs one optimizer step
     * @param maps offers maps around the current run
     */
    public StageBar(
            Playback playback,
            RunController runController,
            Runnable stepOnce,
            MapsAroundRun maps,
            StageLayout layout,
            Messages messages) {
        this.playback = playback;
        this.runController = runController;
        this.messages = messages;
        getStyleClass().add("stage-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label place = new Label();
        place.setId("training-looking-back");
        place.textProperty().bind(pastText);
        Button branch = new Button();
        branch.setId("training-branch");
        branch.textProperty().bind(messages.bind("stage.branch"));
        branch.setGraphic(Icons.icon("fth-git-branch"));
        Icons.addTooltip(branch, messages.bind("stage.branch.tip"));
        branch.setMinWidth(USE_PREF_SIZE);
        branch.setOnAction(event -> runController.branch());
        Button newest = Icons.button(
                "training-newest", "fth-corner-up-right", messages.bind("stage.newest"), runController::seekLatest);
        pastControls = new HBox(8, branch, newest, place);
        pastControls.setAlignment(Pos.CENTER_LEFT);
        pastControls.managedProperty().bind(pastControls.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label name = new Label();
        name.textProperty().bind(messages.bind("stage.arrangement"));
        name.getStyleClass().add("muted");
        name.setMinWidth(USE_PREF_SIZE);
        SegmentedButton<StageLayout.Arrangement> arrangement = new SegmentedButton<>(
                "training-arrangement",
                messages,
                List.of(
                        StageLayout.Arrangement.FOUR,
                        StageLayout.Arrangement.THREE,
                        StageLayout.Arrangement.TWO,
                        StageLayout.Arrangement.ONE),
                each -> "stage.arrangement." + each.name().toLowerCase(Locale.ROOT));
        arrangement.valueProperty().bindBidirectional(layout.arrangementProperty());
        getChildren()
                .addAll(stepButton(stepOnce), slowMotionButton(layout), maps, pastControls, gap, name, arrangement);
        show();
    }

    private Button stepButton(Runnable stepOnce) {
        Button button = new Button();
        button.setId("training-one-step");
        button.textProperty().bind(messages.bind("training.oneStep"));
        Icons.addTooltip(button, messages.bind("training.oneStep.tip"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> stepOnce.run());
        return button;
    }

    private Button slowMotionButton(StageLayout layout) {
        Button button = new Button();
        button.setId("training-slow-motion");
        ObservableValue<Boolean> alone = Bindings.createObjectBinding(
                () -> layout.isAlone(StageChart.STEP), layout.arrangementProperty(), layout.chosenChartsProperty());
        button.textProperty()
                .bind(messages.compute(
                        () -> messages.get(alone.getValue() ? "stage.step.end" : "stage.step.begin"), alone));
        Icons.addTooltip(button, messages.bind("stage.step.tip"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> layout.toggleAlone(StageChart.STEP));
        return button;
    }

    /** Updates the bar. */
    public void show() {
        pastControls.setVisible(runController.canBranch());
        if (pastControls.isVisible()) {
            pastText.set(messages.get(
                    "stage.back",
                    Integer.toString(playback.positionProperty().get()),
                    Integer.toString(playback.completedProperty().get())));
        }
    }
}
