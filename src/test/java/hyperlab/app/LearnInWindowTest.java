package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.file.RunsFormat;
import hyperlab.file.runs.SavedRuns;
import hyperlab.lab.HasExtras;
import hyperlab.lab.Lab;
import hyperlab.lab.LabName;
import hyperlab.lab.LabTestWindow;
import hyperlab.learn.Inline;
import hyperlab.learn.LearnPage;
import hyperlab.learn.LearnPages;
import hyperlab.learn.LinkTarget;
import hyperlab.learn.LinkedDocuments;
import hyperlab.lesson.BundledLessons;
import hyperlab.text.Language;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.playback.Playback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The Learn lab together with the window: navigation to other labs and back, keys, and saved state. */
@WindowTest
class LearnInWindowTest {
    @TempDir
    private Path folder;

    private Stage stage;
    private TestWindow window;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        window = new TestWindow(stage, folder, "--language", "en", "--theme", "light", "--lab", "learn");
        stage.show();
    }

    @Stop
    void close() {
        window.close();
    }

    private Node node(String id) {
        return window.node(id);
    }

    private Document documentOf(LabName name) {
        return window.lab(name).document();
    }

    private void press(FxRobot robot, String id) {
        robot.interact(() -> ((ButtonBase) node(id)).fire());
    }

    private static void keys(FxRobot robot, KeyCode code) {
        robot.press(KeyCode.CONTROL, code).release(code, KeyCode.CONTROL);
    }

    /** Opens a page and waits until it is laid out. */
    private void page(FxRobot robot, String name) throws TimeoutException {
        press(robot, "learn-open-" + name);
        LabTestWindow.waitUntil(() -> node("learn-stage").lookup(".page-foot") != null);
    }

    @Test
    void scoreOfAnExerciseIsSavedUntilItIsReset(FxRobot robot) throws Exception {
        Path saved = folder.resolve("lessons.json");
        page(robot, "learning-rate");
        LabTestWindow.waitUntil(() -> node("learn-stage").lookup("#learn-exercise-1-number") != null);
        robot.interact(() -> ((TextField) node("learn-exercise-1-number")).setText("-2.88"));
        press(robot, "learn-exercise-1-check");
        LabTestWindow.waitUntil(
                () -> ((Label) node("learn-score-learning-rate")).getText().equals("1/2"));
        LabTestWindow.waitUntil(() -> read(saved).contains("\"exercise:learning-rate:1\""));
        press(robot, "learn-exercise-1-try");
        assertEquals("learning-rate", labOnStage());
        keys(robot, KeyCode.DIGIT9);
        assertEquals("1/2", ((Label) node("learn-score-learning-rate")).getText());
        press(robot, "learn-exercises-reset");
        LabTestWindow.waitUntil(() -> !read(saved).contains("exercise"));
        keys(robot, KeyCode.DIGIT1);
        keys(robot, KeyCode.DIGIT9);
        assertEquals("", ((Label) node("learn-score-learning-rate")).getText());
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertOpens(FxRobot robot, String page, String link, LabName lab, Document document)
            throws TimeoutException {
        page(robot, page);
        press(robot, link);
        assertEquals(lab.id(), labOnStage());
        assertEquals(document, documentOf(lab));
        keys(robot, KeyCode.DIGIT9);
        assertEquals("learn", labOnStage());
    }

    private String labOnStage() {
        return window.labs().values().stream()
                .filter(lab -> lab.parts().stage().getScene() != null)
                .map(lab -> lab.name().id())
                .findFirst()
                .orElseThrow();
    }

    private void assertOpens(FxRobot robot, String page, String name, LabName lab) throws TimeoutException {
        assertOpens(robot, page, "learn-try-" + name, lab, LinkedDocuments.load(name));
    }

    /** The search of Learn is in a panel that a presentation hides. */
    @Test
    void findsWithThePaletteWhileItIsPresented(FxRobot robot) throws TimeoutException {
        keys(robot, KeyCode.DIGIT9);
        keys(robot, KeyCode.F);
        assertEquals("learn-find", window.stage().getScene().getFocusOwner().getId());
        robot.interact(() -> window.wiring().appearance().presentationProperty().set(true));
        keys(robot, KeyCode.F);
        assertEquals("palette-query", window.stage().getScene().getFocusOwner().getId());
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> window.wiring().appearance().presentationProperty().set(false));
    }

    @Test
    void linkWaitsOnlyForItsOwnLab(FxRobot robot) throws TimeoutException {
        page(robot, "cases");
        press(robot, "learn-case-wine");
        assertEquals(Set.of(LabName.LEARN, LabName.CASES), window.labs().keySet());
    }

    @Test
    void linksOpenLabsWithSettingsAndUndoRestores(FxRobot robot) throws TimeoutException {
        keys(robot, KeyCode.DIGIT1);
        Document before = documentOf(LabName.LEARNING_RATE);
        keys(robot, KeyCode.DIGIT9);
        assertOpens(robot, "learning-rate", "oscillating-rate", LabName.LEARNING_RATE);
        keys(robot, KeyCode.DIGIT1);
        keys(robot, KeyCode.Z);
        assertEquals(before, documentOf(LabName.LEARNING_RATE));
        assertEquals("learn", labOnStage(), "back at the page that the link is on");
        assertEquals(new Document.OfPage("learning-rate"), documentOf(LabName.LEARN));
        assertOpens(robot, "batch-size", "batch-1", LabName.BATCH_SIZE);
        assertOpens(robot, "epochs", "overfit", LabName.TRAINING);
        assertOpens(robot, "activation", "sigmoid-10", LabName.ACTIVATION);
        assertOpens(robot, "convolution", "kernel-3-stride-2", LabName.CONVOLUTION);
        assertOpens(robot, "tuning", "branin", LabName.TUNING);
        page(robot, "cases");
        press(robot, "learn-case-iris");
        assertEquals("cases", labOnStage());
        assertEquals("Cases", ((Labeled) node("lab-title")).getText());
    }

    @Test
    void undoOfALinkRestoresTrainedRunsAndEarlierChanges(FxRobot robot) throws TimeoutException {
        press(robot, "rail-training");
        Lab training = window.lab(LabName.TRAINING);
        Playback playback = training.parts().playback();
        UndoHistory undo = training.parts().undo();
        LabTestWindow.typeAndEnter(robot, "#training-learning-rate-field", "0.02");
        robot.interact(() -> {
            playback.speedProperty().set(playback.speedCount() - 1);
            playback.playingProperty().set(true);
        });
        LabTestWindow.waitUntil(() -> playback.completedProperty().get() == 100
                && !playback.playingProperty().get());
        Document before = training.document();
        String change = undo.undoNameProperty().get();
        SavedRuns runs = savedRuns(training);
        keys(robot, KeyCode.DIGIT9);
        assertOpens(robot, "epochs", "overfit", LabName.TRAINING);
        press(robot, "rail-training");
        keys(robot, KeyCode.Z);
        assertEquals("learn", labOnStage());
        assertEquals(before, training.document());
        assertEquals(100, playback.completedProperty().get());
        assertEquals(runs, savedRuns(training));
        assertEquals(1, runs.runs().size());
        assertEquals("training.learningRate", change);
        assertEquals(change, undo.undoNameProperty().get());
    }

    private static SavedRuns savedRuns(Lab lab) {
        String extras = lab.feature(HasExtras.class).orElseThrow().saveExtras().get();
        return RunsFormat.parse(extras.substring(extras.indexOf('{')), "runs");
    }

    /** The links that choose an experiment or a chart, with the page that each is on. */
    private static Map<LinkTarget.SettingsTarget, String> linksWithViews() {
        Map<LinkTarget.SettingsTarget, String> links = new LinkedHashMap<>();
        for (LearnPage page : LearnPages.all(Language.ENGLISH)) {
            for (Inline.Link link : page.links()) {
                if (link.target() instanceof LinkTarget.SettingsTarget target
                        && !target.view().isEmpty()) {
                    links.put(target, page.name());
                }
            }
        }
        return links;
    }

    @Test
    void linksShowTheirExperimentOrChart(FxRobot robot) throws TimeoutException {
        Map<String, String> experiments = Map.of("target", "0", "escape", "1", "speed", "2");
        Set<String> seen = new TreeSet<>();
        for (Map.Entry<LinkTarget.SettingsTarget, String> link :
                linksWithViews().entrySet()) {
            LinkTarget.SettingsTarget target = link.getKey();
            page(robot, link.getValue());
            press(robot, "learn-try-" + target.name() + "-" + target.view());
            Document document = LinkedDocuments.load(target.name());
            if (document instanceof Document.OfBatch) {
                assertEquals("batch-size", labOnStage());
                ToggleButton chosen = (ToggleButton) node("batch-size-experiment-" + experiments.get(target.view()));
                assertTrue(chosen.isSelected(), target.view());
            } else {
                assertEquals("training", labOnStage());
                LabTestWindow.waitUntil(() -> stage.getScene().lookup("#training-" + target.view()) != null);
            }
            assertEquals(document, documentOf(LabName.forDocument(document)));
            seen.add(target.view());
            keys(robot, KeyCode.DIGIT9);
        }
        assertEquals(
                Set.of("target", "escape", "speed", "rate_test", "sharpness", "capacity", "paths", "gradients"), seen);
    }

    @Test
    void restoresReadingPositionWithoutUnsavedChanges(FxRobot robot) {
        robot.push(KeyCode.F5);
        robot.push(KeyCode.HOME);
        for (int page = 1; page < 5; page++) {
            robot.push(KeyCode.RIGHT);
        }
        robot.push(KeyCode.F5);
        assertEquals("Learn – Hyperlab", stage.getTitle());
        robot.push(KeyCode.SPACE);
        assertFalse(
                window.lab(LabName.LEARN).parts().playback().playingProperty().get());
        robot.interact(window::close);
        robot.interact(() -> open(stage));
        assertEquals(new Document.OfPage("weight-decay"), documentOf(LabName.LEARN));
        assertEquals("Learn – Hyperlab", stage.getTitle());
        assertTrue(node("rail-learn").getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("chosen")));
    }

    @Test
    void theListOfLessonsIsUsedByKeyboardAlone(FxRobot robot) throws TimeoutException {
        robot.interact(() -> stage.setHeight(700));
        robot.push(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        String first = BundledLessons.NAMES.get(0);
        String last = BundledLessons.NAMES.get(BundledLessons.NAMES.size() - 1);
        LabTestWindow.waitUntil(() -> node("learn-lesson-start-" + last) != null);
        robot.push(KeyCode.HOME);
        assertFocused("learn-lesson-start-" + first);
        robot.push(KeyCode.UP);
        assertFocused("learn-lesson-start-" + first);
        robot.push(KeyCode.LEFT);
        assertFocused("learn-lesson-notes-" + first);
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.RIGHT);
        assertFocused("learn-lesson-start-" + first);
        ScrollPane list = (ScrollPane) node("learn-lessons");
        robot.push(KeyCode.PAGE_DOWN);
        double page = list.getVvalue()
                * (list.getContent().getLayoutBounds().getHeight()
                        - list.getViewportBounds().getHeight());
        assertTrue(page > 0.8 * list.getViewportBounds().getHeight(), () -> "moved by " + page);
        assertFocusIsShown();
        robot.push(KeyCode.END);
        assertFocused("learn-lesson-start-" + last);
        robot.push(KeyCode.DOWN);
        assertFocused("learn-lesson-start-" + last);
        assertFocusIsShown();
        robot.push(KeyCode.PAGE_UP);
        assertFocusIsShown();
    }

    /** Tab reaches only what can be seen, with the panel open and folded away. */
    @Test
    void theFocusIsAlwaysVisible(FxRobot robot) throws TimeoutException {
        page(robot, "learning-rate");
        robot.interact(() -> node("learn-open-learning-rate").requestFocus());
        for (int panel = 0; panel < 2; panel++) {
            robot.push(KeyCode.F9);
            for (int k = 0; k < 12; k++) {
                robot.push(KeyCode.TAB);
                assertFocusIsShown();
            }
        }
    }

    private void assertFocused(String id) {
        assertEquals(id, stage.getScene().getFocusOwner().getId());
        assertFocusIsShown();
    }

    private void assertFocusIsShown() {
        Node focused = stage.getScene().getFocusOwner();
        Bounds bounds = focused.localToScene(focused.getBoundsInLocal());
        for (Node at = focused; at != null; at = at.getParent()) {
            Node shown = at;
            assertTrue(at.isVisible(), () -> focused + " is in " + shown + ", which is hidden");
            if (at instanceof ScrollPane pane) {
                Bounds inside = pane.localToScene(pane.getLayoutBounds());
                assertTrue(
                        bounds.getMinY() >= inside.getMinY() - 1 && bounds.getMaxY() <= inside.getMaxY() + 1,
                        () -> focused + " is outside of what is scrolled to");
            }
        }
        assertTrue(bounds.getMinX() >= 0 && bounds.getMaxX() <= stage.getScene().getWidth());
        assertTrue(focused.getScene() != null && bounds.getHeight() > 0);
    }
}
