package hyperlab.lab.cases;

import hyperlab.cases.Case;
import hyperlab.file.Document;
import hyperlab.train.Experiment;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.DocumentRequest;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The header of an open case: its question, buttons that open its experiments and study or run it again, and whether
 * its scores were reproduced.
 */
final class CaseHeader extends CasesPageHeader {
    private final Messages messages;
    private final CasesViewModel lab;
    private final StringProperty question = new SimpleStringProperty("");
    private final StringProperty verdict = new SimpleStringProperty("");
    private final HBox change = new HBox();
    private final Button rerunButton = new Button();
    private final ProgressBar progress = progressBar("cases-run-progress");

    CaseHeader(Messages messages, CasesViewModel lab) {
        super(10, messages);
        this.messages = messages;
        this.lab = lab;
        HBox title = titleLine("cases-back", lab::showGallery);
        title.getChildren().add(change);
        getChildren().addAll(title, WrappedText.hiddenIfEmpty("cases-question", question), actions(), rerunStatus());
    }

    private Node actions() {
        rerunButton.setId("cases-run-again");
        rerunButton.setOnAction(event -> lab.toggleRerunOfOpenCase());
        return new FlowPane(
                8,
                8,
                button("cases-open-before", "cases.openBefore", "fth-share-2", () -> openExperiment(Case::before)),
                button("cases-open-after", "cases.openAfter", "fth-share-2", () -> openExperiment(Case::after)),
                button(
                        "cases-open-study",
                        "cases.openStudy",
                        "fth-crosshair",
                        () -> open(workedCase -> new Document.OfStudy(workedCase.study(), workedCase.trialResults()))),
                Hints.withHint(rerunButton, messages.bind("cases.runAgain.hint")));
    }

    private Node rerunStatus() {
        VBox state = new VBox(4, progress, WrappedText.hiddenIfEmpty("cases-verdict", verdict));
        state.managedProperty().bind(verdict.isNotEmpty().or(progress.visibleProperty()));
        return state;
    }

    private void openExperiment(Function<Case, Experiment> which) {
        open(workedCase -> new Document.OfExperiment(which.apply(workedCase)));
    }

    private void open(Function<Case, Document> which) {
        CasesViewModel.OpenCase opened = lab.openCaseProperty().get();
        if (opened != null) {
            fireEvent(new DocumentRequest(which.apply(opened.workedCase()), opened.folder()));
        }
    }

    /** @param sizeText the size of the data, as text */
    void show(Case workedCase, String sizeText) {
        CaseText text = new CaseText(messages.texts());
        setTitle(text.name(workedCase), sizeText);
        change.getChildren().setAll(CaseCard.changeLine(messages, workedCase));
        question.set(text.caseSpecificText(workedCase, "question").orElseGet(() -> text.subject(workedCase)));
        showRerun(workedCase);
    }

    /** Updates the progress and the result of the rerun. */
    void showRerun(Case workedCase) {
        boolean running = lab.rerun().isRunning();
        rerunButton.setText(
                messages.get(running ? "cases.again.stop" : "cases.runAgain", Integer.toString(lab.seeds())));
        rerunButton.setGraphic(Icons.icon(running ? "fth-x" : "fth-tool"));
        rerunButton.setMinWidth(Region.USE_PREF_SIZE);
        progress.setVisible(running);
        progress.setManaged(running);
        progress.setProgress(lab.rerun().stateProperty().get().share());
        CaseRerunner.RerunVerdict now = lab.rerun().verdict(workedCase);
        verdict.set(now == CaseRerunner.RerunVerdict.NOT_RUN ? "" : messages.get("cases.verdict.long." + now.name()));
    }
}
