package hyperlab.lab.cases;

import hyperlab.cases.Baseline;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPlan;
import hyperlab.data.CsvPreview;
import hyperlab.data.DataSettings;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.train.Experiment;
import hyperlab.ui.FilePicker;
import hyperlab.ui.Messages;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.DocumentRequest;
import java.nio.file.Path;
import java.util.function.Consumer;
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
final class UserDataHeader extends CasesPageHeader {
    private final LabContext context;
    private final Consumer<Path> openTable;
    private final Messages messages;
    private final CasesViewModel lab;
    private final UserDataViewModel userData;
    private final StringProperty stateText = new SimpleStringProperty("");
    private final Button trainButton;
    private final Button tuneButton;
    private final Button stopButton;
    private final Button openTrainingButton;

    /** @param openTable opens a table that the user chose */
    UserDataHeader(LabContext context, CasesViewModel lab, Consumer<Path> openTable) {
        super(8, context.messages());
        this.context = context;
        this.openTable = openTable;
        this.messages = context.messages();
        this.lab = lab;
        userData = lab.userData();
        trainButton = button("cases-train", "cases.train", "fth-play", () -> userData.train(lab.seeds()));
        trainButton.getStyleClass().add("accent");
        tuneButton = button("cases-tune", "cases.tune", "fth-crosshair", () -> userData.tune(lab.seeds()));
        stopButton = button("cases-stop", "cases.stop", "fth-x", userData::stop);
        openTrainingButton = button("cases-own-training", "cases.openBefore", "fth-share-2", this::openTraining);
        WrappedText text = new WrappedText(stateText);
        text.setId("cases-own-state");
        getChildren().addAll(titleLine("cases-own-back", lab::showGallery), text, actions(), progress());
        userData.shareProperty().addListener((observed, before, now) -> show());
    }

    private Node actions() {
        return new FlowPane(
                8,
                8,
                trainButton,
                tuneButton,
                stopButton,
                openTrainingButton,
                button("cases-edit-table", "cases.editTable", "fth-edit-2", this::editTable),
                button(
                        "cases-other-file",
                        "cases.otherFile",
                        "fth-folder",
                        () -> context.files().open(FilePicker.FileType.TABLE).ifPresent(openTable)));
    }

    /** Opens the table again, to change how it is read and used. */
    private void editTable() {
        CsvPreview preview = userData.previewProperty().get();
        CsvInference inference = userData.inferenceProperty().get();
        if (preview == null || inference == null) {
            return;
        }
        Path file = preview.file();
        CsvPlan plan = inference.plan();
        DataSettings split = Baseline.withSplit(DataSettings.DEFAULT);
        context.openTable(
                file,
                plan.features().isEmpty()
                        ? split
                        : split.withCsv(plan.toSettings(file.toString())).withStandardize(plan.standardize()),
                getScene().getWindow(),
                changed -> lab.openTable(file, changed));
    }

    private Node progress() {
        ProgressBar progress = progressBar("cases-own-progress");
        progress.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> userData.stateProperty().get() == UserDataState.READING
                                ? ProgressBar.INDETERMINATE_PROGRESS
                                : userData.shareProperty().get(),
                        userData.stateProperty(),
                        userData.shareProperty()));
        progress.visibleProperty().bind(userData.stateProperty().map(now -> userData.isWorking()));
        return progress;
    }

    private void openTraining() {
        Experiment experiment = userData.baselineProperty().get().experiment();
        if (experiment != null) {
            fireEvent(new DocumentRequest(new Document.OfExperiment(experiment), null));
        }
    }

    /** Updates the texts and which buttons are enabled. */
    void show() {
        CsvPreview preview = userData.previewProperty().get();
        CsvInference guess = userData.inferenceProperty().get();
        UserDataText text = new UserDataText(messages.texts());
        setTitle(
                preview == null ? "" : String.valueOf(preview.file().getFileName()),
                preview == null ? "" : text.size(preview));
        boolean usable = guess != null && !guess.plan().features().isEmpty();
        boolean trained = userData.stateProperty().get() == UserDataState.TRAINED;
        stateText.set(guess != null && !usable ? messages.get("cases.state.noFeature") : text.stateText(userData));
        trainButton.setDisable(userData.isWorking() || !usable);
        tuneButton.setDisable(!trained);
        if (trained != tuneButton.getStyleClass().contains("accent")) {
            (trained ? tuneButton : trainButton).getStyleClass().add("accent");
            (trained ? trainButton : tuneButton).getStyleClass().remove("accent");
        }
        stopButton.setDisable(!userData.isWorking());
        openTrainingButton.setDisable(userData.baselineProperty().get().experiment() == null);
    }
}
