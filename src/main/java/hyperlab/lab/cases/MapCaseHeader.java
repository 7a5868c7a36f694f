package hyperlab.lab.cases;

import hyperlab.cases.MapCase;
import hyperlab.file.Document;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.DocumentRequest;
import java.nio.file.Path;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The header of an open case that maps answer: its question, buttons that open its map, the page about maps, and compute
 * it again, and whether its best rates were reproduced.
 */
final class MapCaseHeader extends CasesPageHeader {
    private static final String PAGE_OF_MAPS = "maps";

    private final Messages messages;
    private final CasesViewModel lab;
    private final StringProperty question = new SimpleStringProperty("");
    private final StringProperty background = new SimpleStringProperty("");
    private final StringProperty verdict = new SimpleStringProperty("");
    private final Button runButton = new Button();
    private final ProgressBar progress = progressBar("cases-map-progress");

    MapCaseHeader(Messages messages, CasesViewModel lab) {
        super(10, messages);
        this.messages = messages;
        this.lab = lab;
        runButton.setId("cases-map-run");
        runButton.setOnAction(event -> lab.mapCase().toggleRun());
        FlowPane actions = new FlowPane(
                8,
                8,
                button("cases-open-map", "cases.map.openMap", "fth-map", () -> open(MapCaseHeader::firstMap)),
                button(
                        "cases-open-page",
                        "cases.map.page",
                        "fth-book-open",
                        () -> open(mapCase -> new Document.OfPage(PAGE_OF_MAPS))),
                Hints.withHint(runButton, messages.bind("cases.runAgain.hint")));
        VBox state = new VBox(4, progress, WrappedText.hiddenIfEmpty("cases-map-verdict", verdict));
        state.managedProperty().bind(verdict.isNotEmpty().or(progress.visibleProperty()));
        getChildren()
                .addAll(
                        titleLine("cases-map-back", lab::showGallery),
                        WrappedText.hiddenIfEmpty("cases-map-question", question),
                        WrappedText.hiddenIfEmpty("cases-map-background", background),
                        actions,
                        state);
    }

    private static Document firstMap(MapCase mapCase) {
        return new Document.OfMap(mapCase.map().withSeeds(1));
    }

    private void open(Function<MapCase, Document> which) {
        MapCaseViewModel.OpenMapCase opened = lab.mapCase().openedProperty().get();
        if (opened != null) {
            @Nullable Path folder = opened.folder();
            fireEvent(new DocumentRequest(which.apply(opened.mapCase()), folder));
        }
    }

    void show(MapCase mapCase) {
        MapCaseText text = new MapCaseText(messages.texts());
        setTitle(text.title(mapCase), text.shape(mapCase));
        question.set(text.report(mapCase).question());
        background.set(text.background(mapCase));
        showRun(mapCase);
    }

    /** Updates the progress and the result of computing the maps again. */
    void showRun(MapCase mapCase) {
        boolean running = lab.mapCase().isRunning(mapCase);
        runButton.setText(messages.get(running ? "cases.again.stop" : "cases.runAgain", Integer.toString(lab.seeds())));
        runButton.setGraphic(Icons.icon(running ? "fth-x" : "fth-tool"));
        runButton.setMinWidth(Region.USE_PREF_SIZE);
        progress.setVisible(running);
        progress.setManaged(running);
        progress.setProgress(lab.mapCase().stateProperty().get().share());
        CaseRerunner.RerunVerdict now = lab.mapCase().verdict(mapCase);
        verdict.set(now == CaseRerunner.RerunVerdict.NOT_RUN ? "" : messages.get("cases.verdict.long." + now.name()));
    }
}
