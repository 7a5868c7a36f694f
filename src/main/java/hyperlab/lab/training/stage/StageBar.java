package hyperlab.lab.training.stage;

import hyperlab.lab.training.TrainingViewModel;
import hyperlab.text.NumberFormats;
import hyperlab.train.SnapshotHistory;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.SegmentedButton;
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
public final class StageBar extends HBox {
    private static final double MEGABYTE = 1 << 20;

    private final TrainingViewModel lab;
    private final Messages messages;
    private final StringProperty pastText = new SimpleStringProperty("");
    private final HBox pastControls;

    public StageBar(TrainingViewModel lab, Messages messages, SegmentedButton<?> arrangement) {
        this.lab = lab;
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
        branch.setOnAction(event -> lab.runController().branch());
        Button newest = Icons.button(
                "training-newest",
                "fth-corner-up-right",
                messages.bind("stage.newest"),
                lab.runController()::seekLatest);
        pastControls = new HBox(8, branch, newest, place);
        pastControls.setAlignment(Pos.CENTER_LEFT);
        pastControls.managedProperty().bind(pastControls.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label name = new Label();
        name.textProperty().bind(messages.bind("stage.arrangement"));
        name.getStyleClass().add("muted");
        name.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(stepButton(), pastControls, gap, name, arrangement);
        show();
    }

    private Button stepButton() {
        Button button = new Button();
        button.setId("training-one-step");
        button.textProperty().bind(messages.bind("training.oneStep"));
        Icons.addTooltip(button, messages.bind("training.oneStep.tip"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> lab.stepOnce());
        return button;
    }

    /** Updates the bar. */
    public void show() {
        pastControls.setVisible(lab.runController().canBranch());
        if (pastControls.isVisible()) {
            pastText.set(messages.get(
                    "stage.back",
                    Integer.toString(lab.playback().positionProperty().get()),
                    Integer.toString(lab.playback().completedProperty().get()),
                    NumberFormats.format(lab.runController().snapshotBytes() / MEGABYTE, 2),
                    NumberFormats.format(SnapshotHistory.DEFAULT_BYTES / MEGABYTE, 2)));
        }
    }
}
