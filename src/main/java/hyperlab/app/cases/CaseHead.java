package hyperlab.app.cases;

import hyperlab.app.Messages;
import hyperlab.app.control.DocumentRequest;
import hyperlab.app.control.Hints;
import hyperlab.app.control.Icons;
import hyperlab.app.control.Prose;
import hyperlab.cases.Case;
import hyperlab.file.Document;
import hyperlab.train.Experiment;
import java.util.function.Function;
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

/** The head of a case opened: its question, the ways on from it, and whether its numbers came out here too. */
final class CaseHead extends VBox {
    private final Messages messages;
    private final CasesViewModel lab;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty size = new SimpleStringProperty("");
    private final StringProperty question = new SimpleStringProperty("");
    private final StringProperty verdict = new SimpleStringProperty("");
    private final HBox change = new HBox();
    private final Button again = new Button();
    private final ProgressBar progress = new ProgressBar();

    CaseHead(Messages messages, CasesViewModel lab) {
        super(10);
        this.messages = messages;
        this.lab = lab;
        getStyleClass().add("case-head");
        getChildren().addAll(title(), Prose.orNothing("cases-question", question), ways(), again());
    }

    private Node title() {
        Label title = new Label();
        title.textProperty().bind(name);
        title.getStyleClass().add("lab-title");
        Label rows = new Label();
        rows.textProperty().bind(size);
        rows.getStyleClass().add("card-subtitle");
        HBox line = new HBox(12, button("cases-back", "cases.back", "fth-arrow-left", lab::back), title, rows, change);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
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
                Hints.on(again, messages.bind("cases.runAgain.hint")));
    }

    private Node again() {
        progress.setId("cases-run-progress");
        progress.getStyleClass().add("card-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        VBox state = new VBox(4, progress, Prose.orNothing("cases-verdict", verdict));
        state.managedProperty().bind(verdict.isNotEmpty().or(progress.visibleProperty()));
        return state;
    }

    private Button button(String id, String key, String icon, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(messages.bind(key));
        button.setGraphic(Icons.icon(icon));
        button.setOnAction(event -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return Hints.on(button, messages.bind(key + ".hint"));
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

    /** @param words of the case's size */
    void show(Case one, String words) {
        CaseWords said = new CaseWords(messages.texts());
        name.set(said.name(one));
        size.set(words);
        change.getChildren().setAll(GalleryCard.change(messages, one));
        question.set(said.named(one, "question").orElseGet(() -> said.subject(one)));
        showAgain(one);
    }

    /** How far running it again is. */
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
