package hyperlab.app.training;

import hyperlab.app.Messages;
import hyperlab.app.control.Finding;
import hyperlab.text.Numbers;
import hyperlab.train.EpochReport;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.VBox;

/** What TensorFlow Playground itself would show at the epoch that is read, of the first of its runs on stage. */
final class OriginalInsight extends VBox {
    private static final int DECIMALS = 3;

    private final TrainingViewModel lab;
    private final Messages messages;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");

    OriginalInsight(TrainingViewModel lab, Messages messages) {
        this.lab = lab;
        this.messages = messages;
        getChildren()
                .add(new Finding(
                        "training-original", Finding.Kind.NOTE, messages.bind("training.original.title"), text));
        Fields.shownWhile(text.isNotEmpty(), this);
    }

    void show() {
        Picture picture = lab.picture().get();
        text.set(picture.runs().stream()
                .filter(run -> run.run().isOriginal())
                .findFirst()
                .map(this::said)
                .orElse(""));
    }

    /** At the pointer; else at the play head; where that is at the start or beyond its end, at the run's newest epoch. */
    private String said(ShownRun run) {
        EpochReport newest = run.run().history().newest();
        EpochReport head = run.head();
        EpochReport at = run.cursor();
        if (at == null) {
            at = head != null && head.epoch() > 0 ? head : newest;
        }
        return at == null
                ? ""
                : messages.get(
                        "training.original.shows",
                        Integer.toString(at.epoch()),
                        Numbers.fixed(at.validationLoss(), DECIMALS),
                        Numbers.fixed(at.trainLoss(), DECIMALS));
    }
}
