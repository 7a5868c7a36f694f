package hyperlab.lab.training.run;

import hyperlab.finding.Severity;
import hyperlab.lab.training.settings.SettingControlFactory;
import hyperlab.playground.PlaygroundPage;
import hyperlab.train.EpochReport;
import hyperlab.ui.Messages;
import hyperlab.ui.control.FindingCard;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.VBox;

/**
 * Shows the losses that TensorFlow Playground displays at the selected epoch, for the first displayed Playground run.
 */
public final class PlaygroundInsight extends VBox {
    private final Messages messages;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");

    public PlaygroundInsight(Messages messages) {
        this.messages = messages;
        getChildren()
                .add(new FindingCard(
                        "training-original", Severity.NOTE, messages.bind("training.original.title"), text));
        SettingControlFactory.showWhile(text.isNotEmpty(), this);
    }

    public void show(TrainingViewState state) {
        DisplayedRun run = state.playgroundRun();
        EpochReport read = run == null ? null : run.displayedRow();
        text.set(
                read == null
                        ? ""
                        : messages.get(
                                "training.original.shows",
                                Integer.toString(read.epoch()),
                                PlaygroundPage.formatLoss(read.validationLoss()),
                                PlaygroundPage.formatLoss(read.trainLoss())));
    }
}
