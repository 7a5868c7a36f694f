package hyperlab.app.training;

import hyperlab.app.Messages;
import hyperlab.app.control.Icons;
import hyperlab.app.control.SegmentedButton;
import hyperlab.text.NumberFormats;
import hyperlab.train.Snapshots;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The bar above the charts: the past epoch that is displayed, a button to branch from it, the memory used for this, and
 * the number of charts.
 */
final class StageBar extends HBox {
    private static final double MEGABYTE = 1 << 20;

    private final TrainingViewModel lab;
    private final Messages messages;
    private final StringProperty when = new SimpleStringProperty("");
    private final HBox back;

    StageBar(TrainingViewModel lab, Messages messages, SegmentedButton<?> arrangement) {
        this.lab = lab;
        this.messages = messages;
        getStyleClass().add("stage-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label place = new Label();
        place.setId("training-looking-back");
        place.textProperty().bind(when);
        Button branch = new Button();
        branch.setId("training-branch");
        branch.textProperty().bind(messages.bind("stage.branch"));
        branch.setGraphic(Icons.icon("fth-git-branch"));
        Icons.addTooltip(branch, messages.bind("stage.branch.tip"));
        branch.setMinWidth(USE_PREF_SIZE);
        branch.setOnAction(event -> lab.stageRun().branch());
        Button newest = Icons.button(
                "training-newest", "fth-corner-up-right", messages.bind("stage.newest"), lab.stageRun()::toNewest);
        back = new HBox(8, branch, newest, place);
        back.setAlignment(Pos.CENTER_LEFT);
        back.managedProperty().bind(back.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label name = new Label();
        name.textProperty().bind(messages.bind("stage.arrangement"));
        name.getStyleClass().add("muted");
        name.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(oneStep(), back, gap, name, arrangement);
        show();
    }

    private Button oneStep() {
        Button button = new Button();
        button.setId("training-one-step");
        button.textProperty().bind(messages.bind("training.oneStep"));
        Icons.addTooltip(button, messages.bind("training.oneStep.tip"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> lab.stepOnce());
        return button;
    }

    /** Updates the bar. */
    void show() {
        back.setVisible(lab.stageRun().canBranch());
        if (back.isVisible()) {
            when.set(messages.get(
                    "stage.back",
                    Integer.toString(lab.playback().position().get()),
                    Integer.toString(lab.playback().done().get()),
                    NumberFormats.format(lab.stageRun().snapshotBytes() / MEGABYTE, 2),
                    NumberFormats.format(Snapshots.DEFAULT_BYTES / MEGABYTE, 2)));
        }
    }
}
