package hyperlab.app.cases;

import hyperlab.app.FilePicker;
import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.DocumentRequest;
import hyperlab.app.control.WrappedText;
import hyperlab.data.CsvGuess;
import hyperlab.data.CsvPreview;
import hyperlab.file.Document;
import hyperlab.train.Experiment;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;

/**
 * The header of the user-data page: the file name, buttons for the steps that lead to a case, and the progress of the
 * current step.
 */
final class OwnHead extends PageHead {
    private final LabContext context;
    private final Messages messages;
    private final CasesViewModel lab;
    private final OwnData own;
    private final StringProperty state = new SimpleStringProperty("");
    private final Button train;
    private final Button tune;
    private final Button stop;
    private final Button training;

    OwnHead(LabContext context, CasesViewModel lab) {
        super(8, context.messages());
        this.context = context;
        this.messages = context.messages();
        this.lab = lab;
        own = lab.own();
        train = button("cases-train", "cases.train", "fth-play", () -> own.train(lab.seeds()));
        train.getStyleClass().add("accent");
        tune = button("cases-tune", "cases.tune", "fth-crosshair", () -> own.tune(lab.seeds()));
        stop = button("cases-stop", "cases.stop", "fth-x", own::stop);
        training = button("cases-own-training", "cases.openBefore", "fth-share-2", this::openTraining);
        WrappedText words = new WrappedText(state);
        words.setId("cases-own-state");
        getChildren().addAll(titleLine("cases-own-back", lab::back), words, steps(), progress());
        own.share().addListener((observed, before, now) -> show());
    }

    private Node steps() {
        return new FlowPane(
                8,
                8,
                train,
                tune,
                stop,
                training,
                button(
                        "cases-other-file",
                        "cases.otherFile",
                        "fth-folder",
                        () -> context.files().open(FilePicker.FileType.TABLE).ifPresent(lab::take)));
    }

    private Node progress() {
        ProgressBar progress = progressBar("cases-own-progress");
        progress.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> own.state().get() == OwnState.READING
                                ? ProgressBar.INDETERMINATE_PROGRESS
                                : own.share().get(),
                        own.state(),
                        own.share()));
        progress.visibleProperty().bind(own.state().map(now -> own.isWorking()));
        return progress;
    }

    private void openTraining() {
        Experiment experiment = own.baseline().get().experiment();
        if (experiment != null) {
            fireEvent(new DocumentRequest(new Document.OfExperiment(experiment), null));
        }
    }

    /** Updates the texts and which buttons are enabled. */
    void show() {
        CsvPreview preview = own.preview().get();
        CsvGuess guess = own.guess().get();
        OwnWords words = new OwnWords(messages.texts());
        title(
                preview == null ? "" : String.valueOf(preview.file().getFileName()),
                preview == null ? "" : words.size(preview));
        boolean usable = guess != null && !guess.plan().features().isEmpty();
        boolean trained = own.state().get() == OwnState.TRAINED;
        state.set(guess != null && !usable ? messages.get("cases.state.noFeature") : words.state(own));
        train.setDisable(own.isWorking() || !usable);
        tune.setDisable(!trained);
        if (trained != tune.getStyleClass().contains("accent")) {
            (trained ? tune : train).getStyleClass().add("accent");
            (trained ? train : tune).getStyleClass().remove("accent");
        }
        stop.setDisable(!own.isWorking());
        training.setDisable(own.baseline().get().experiment() == null);
    }
}
