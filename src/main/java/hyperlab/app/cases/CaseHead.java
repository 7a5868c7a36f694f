package hyperlab.app.cases;

import hyperlab.app.Messages;
import hyperlab.app.control.DocumentRequest;
import hyperlab.app.control.Hints;
import hyperlab.app.control.Icons;
import hyperlab.app.control.WrappedText;
import hyperlab.cases.Case;
import hyperlab.file.Document;
import hyperlab.train.Experiment;
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
final class CaseHead extends PageHead {
    private final Messages messages;
    private final CasesViewModel lab;
    private final StringProperty question = new SimpleStringProperty("");
    private final StringProperty verdict = new SimpleStringProperty("");
    private final HBox change = new HBox();
    private final Button again = new Button();
    private final ProgressBar progress = progressBar("cases-run-progress");

    CaseHead(Messages messages, CasesViewModel lab) {
        super(10, messages);
        this.messages = messages;
        this.lab = lab;
        HBox title = titleLine("cases-back", lab::back);
        title.getChildren().add(change);
        getChildren().addAll(title, WrappedText.hiddenIfEmpty("cases-question", question), ways(), again());
    }

    private Node ways() {
        again.setId("cases-run-again");
        again.setOnAction(event -> lab.runOpenedAgain());
        return new FlowPane(
                8,
                8,
                button("cases-open-before", "cases.openBefore", "fth-share-2", () -> train(Case::before)),
                button("cases-open-after", "cases.openAfter", "fth-share-2", () -> train(Case::after)),
                button(
                        "cases-open-study",
                        "cases.openStudy",
                        "fth-crosshair",
                        () -> open(one -> new Document.OfStudy(one.study(), one.found()))),
                Hints.withHint(again, messages.bind("cases.runAgain.hint")));
    }

    private Node again() {
        VBox state = new VBox(4, progress, WrappedText.hiddenIfEmpty("cases-verdict", verdict));
        state.managedProperty().bind(verdict.isNotEmpty().or(progress.visibleProperty()));
        return state;
    }

    private void train(Function<Case, Experiment> which) {
        open(one -> new Document.OfExperiment(which.apply(one)));
    }

    private void open(Function<Case, Document> which) {
        CasesViewModel.Opened opened = lab.opened().get();
        if (opened != null) {
            fireEvent(new DocumentRequest(which.apply(opened.one()), opened.folder()));
        }
    }

    /** @param words the size of the data, as text */
    void show(Case one, String words) {
        CaseWords said = new CaseWords(messages.texts());
        title(said.name(one), words);
        change.getChildren().setAll(GalleryCard.change(messages, one));
        question.set(said.named(one, "question").orElseGet(() -> said.subject(one)));
        showAgain(one);
    }

    /** Updates the progress and the result of the rerun. */
    void showAgain(Case one) {
        boolean running = lab.rerun().isRunning();
        again.setText(messages.get(running ? "cases.again.stop" : "cases.runAgain", Integer.toString(lab.seeds())));
        again.setGraphic(Icons.icon(running ? "fth-x" : "fth-tool"));
        again.setMinWidth(Region.USE_PREF_SIZE);
        progress.setVisible(running);
        progress.setManaged(running);
        progress.setProgress(lab.rerun().state().get().share());
        Rerun.Verdict now = lab.rerun().verdict(one);
        verdict.set(now == Rerun.Verdict.NOT_RUN ? "" : messages.get("cases.verdict.long." + now.name()));
    }
}
