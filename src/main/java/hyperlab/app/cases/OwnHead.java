package hyperlab.app.cases;

import hyperlab.app.FilePicker;
import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.DocumentRequest;
import hyperlab.app.control.Hints;
import hyperlab.app.control.Icons;
import hyperlab.app.control.Prose;
import hyperlab.data.CsvGuess;
import hyperlab.data.CsvPreview;
import hyperlab.file.Document;
import hyperlab.train.Experiment;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The head of a table of one's own: its name, the steps that make a case of it, and how far the one under way is. */
final class OwnHead extends VBox {
    private final LabContext context;
    private final Messages messages;
    private final CasesViewModel lab;
    private final OwnData own;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty size = new SimpleStringProperty("");
    private final StringProperty state = new SimpleStringProperty("");
    private final Button train = new Button();
    private final Button tune = new Button();
    private final Button stop = new Button();
    private final Button training = new Button();

    OwnHead(LabContext context, CasesViewModel lab) {
        super(8);
        this.context = context;
        this.messages = context.messages();
        this.lab = lab;
        own = lab.own();
        getStyleClass().add("case-head");
        train.getStyleClass().add("accent");
        Prose words = new Prose(state);
        words.setId("cases-own-state");
        getChildren().addAll(title(), words, steps(), progress());
        own.share().addListener((observed, before, now) -> show());
    }

    private Node title() {
        Label title = new Label();
        title.textProperty().bind(name);
        title.getStyleClass().add("lab-title");
        Label held = new Label();
        held.textProperty().bind(size);
        held.getStyleClass().add("card-subtitle");
        Button back = button(new Button(), "cases-own-back", "cases.back", "fth-arrow-left", lab::back);
        HBox line = new HBox(12, back, title, held);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node steps() {
        return new FlowPane(
                8,
                8,
                button(train, "cases-train", "cases.train", "fth-play", () -> own.train(lab.seeds())),
                button(tune, "cases-tune", "cases.tune", "fth-crosshair", () -> own.tune(lab.seeds())),
                button(stop, "cases-stop", "cases.stop", "fth-x", own::stop),
                button(training, "cases-own-training", "cases.openBefore", "fth-share-2", this::openTraining),
                button(
                        new Button(),
                        "cases-other-file",
                        "cases.otherFile",
                        "fth-folder",
                        () -> context.files().open(FilePicker.Kind.TABLE).ifPresent(lab::take)));
    }

    private Node progress() {
        ProgressBar progress = new ProgressBar();
        progress.setId("cases-own-progress");
        progress.getStyleClass().add("card-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
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

    private Button button(Button button, String id, String key, String icon, Runnable action) {
        button.setId(id);
        button.textProperty().bind(messages.bind(key));
        button.setGraphic(Icons.icon(icon));
        button.setOnAction(event -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return Hints.on(button, messages.bind(key + ".hint"));
    }

    private void openTraining() {
        Experiment experiment = own.baseline().get().experiment();
        if (experiment != null) {
            fireEvent(new DocumentRequest(new Document.OfExperiment(experiment), null));
        }
    }

    /** What can be done now. */
    void show() {
        CsvPreview preview = own.preview().get();
        CsvGuess guess = own.guess().get();
        OwnWords words = new OwnWords(messages.texts());
        name.set(preview == null ? "" : String.valueOf(preview.file().getFileName()));
        size.set(preview == null ? "" : words.size(preview));
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
