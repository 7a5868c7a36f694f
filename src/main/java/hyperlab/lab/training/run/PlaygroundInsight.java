package hyperlab.lab.training.run;

import hyperlab.finding.Severity;
import hyperlab.lab.training.settings.NearestExperiment;
import hyperlab.lab.training.settings.SettingControlFactory;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundPage;
import hyperlab.train.EpochReport;
import hyperlab.ui.Messages;
import hyperlab.ui.control.FindingCard;
import java.util.stream.Collectors;
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
        PlaygroundExperiment original = run == null ? null : run.run().playground();
        text.set(
                read == null || original == null
                        ? ""
                        : messages.get(
                                        "training.original.shows",
                                        Integer.toString(read.epoch()),
                                        PlaygroundPage.formatLoss(read.validationLoss()),
                                        PlaygroundPage.formatLoss(read.trainLoss()))
                                + " "
                                + notTakenOver(original));
    }

    /** What the settings of the lab do in another way than the link that they were taken from. */
    private String notTakenOver(PlaygroundExperiment original) {
        return NearestExperiment.of(original, 0).differences().stream()
                .map(difference -> messages.get("training.original.differs." + difference.id()))
                .collect(Collectors.joining("; ", messages.get("training.original.taken") + " ", "."));
    }
}
