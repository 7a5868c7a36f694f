package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.lesson.LessonDialog;
import hyperlab.app.lesson.LessonState;
import hyperlab.file.Document;
import hyperlab.lab.LessonProgress;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.Question;
import hyperlab.lesson.Step;
import hyperlab.text.Language;
import hyperlab.ui.StageExtension;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.playback.Playback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** Lessons in the window, with the real labs and by keyboard alone. */
@WindowTest
class LessonInWindowTest {
    private static final double WIDTH = PresentedWindow.WIDTH;
    private static final double HEIGHT = PresentedWindow.HEIGHT;
    /** Of a chart with its axes, in pixels; half of this is left for its plot in the worst case. */
    private static final double MIN_CHART_WIDTH = 180;

    private static final double MIN_CHART_HEIGHT = 120;

    @TempDir
    private Path folder;

    private Stage stage;
    private PresentedWindow window;
    private HyperlabWindow.Wiring wiring;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        window = new PresentedWindow(stage, folder, null);
        wiring = window.wiring();
    }

    @Stop
    void close() {
        wiring.close();
    }

    private LessonState state() {
        return window.lesson();
    }

    private void start(String name) {
        window.startLesson(name);
    }

    private static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        PresentedWindow.waitUntil(condition);
    }

    private Node node(String id) {
        return window.node(id);
    }

    private String text(String id) {
        return window.text(id);
    }

    private static void onFxThread(Runnable work) {
        PresentedWindow.onFxThread(work);
    }

    /** Presses a key where the focus is, with the modifiers before it. */
    private void push(KeyCode... codes) {
        window.push(codes);
    }

    private void press(KeyCode... codes) {
        window.press(codes);
    }

    /** Answers the question of the current step with some prediction. */
    private void predict(Question question) {
        if (question instanceof Question.Choice) {
            press(KeyCode.DIGIT2);
        } else if (question instanceof Question.Numeric) {
            press(KeyCode.DIGIT7);
        } else if (question instanceof Question.Order) {
            press(KeyCode.DOWN);
        } else {
            press(KeyCode.RIGHT);
            press(KeyCode.UP);
        }
    }

    @Test
    void everyLessonCanBePlayedToItsEndByKeyboardInBothLanguages() throws TimeoutException {
        List<String> shrunk = new ArrayList<>();
        for (String name : BundledLessons.NAMES) {
            playToItsEnd(name, shrunk);
        }
        assertEquals(List.of(), shrunk, "the text has the same size in all steps");
    }

    /** Each step is played in one language and shown in both; the next step is played in the other language. */
    private void playToItsEnd(String name, List<String> shrunk) throws TimeoutException {
        onFxThread(() -> wiring.lessons().startBundled(name, true));
        int steps = state().lesson().steps().size();
        for (int step = 0; step < steps; step++) {
            int index = step;
            Language other = state().lesson().language() == Language.KOREAN ? Language.ENGLISH : Language.KOREAN;
            onFxThread(() -> playStep(name, index));
            checkStep(name, index, shrunk);
            push(KeyCode.CONTROL, KeyCode.L);
            assertEquals(other, state().lesson().language());
            checkStep(name, index, shrunk);
            if (state().step() instanceof Step.Observe observe) {
                observeToItsEnd(observe);
            }
            // The pulse after the other language takes the focus off what was replaced.
            StageExtension.waitForPulse();
            onFxThread(this::goOn);
        }
        assertTrue(state().isFinished());
        assertTrue(wiring.lessons().progress().of(name).isFinished());
        push(KeyCode.ENTER);
        assertTrue(wiring.lessons().player().isEmpty());
    }

    private void playStep(String name, int step) {
        assertEquals(
                step,
                state().index(),
                () -> name + " at " + state().step().scene().title());
        if (state().step() instanceof Step.Predict predict) {
            // A field takes no keys before it has its skin.
            node("lesson-panel").applyCss();
            predict(predict.question());
            assertTrue(state().isAsking());
            press(KeyCode.ENTER);
            assertFalse(
                    state().isAsking(),
                    () -> name + ": " + state().step().scene().title());
        }
    }

    private void checkStep(String name, int step, List<String> shrunk) throws TimeoutException {
        // Until the numbers of the text are computed, longer words stand in their places.
        WaitForAsyncUtils.waitFor(PresentedWindow.SECONDS, TimeUnit.SECONDS, () -> !state().computing());
        onFxThread(() -> checkShownStep(name, step, shrunk));
    }

    private void checkShownStep(String name, int step, List<String> shrunk) {
        assertEquals(step, state().index());
        assertEquals(state().step().scene().title(), text("lesson-title"));
        assertFalse(state().isAsking());
        for (String free : state().free()) {
            assertNotNull(node("lesson-control-" + free.replace('.', '-')), name + " frees " + free);
        }
        node("lesson-panel").applyCss();
        stage.getScene().getRoot().layout();
        assertFits();
        assertChartsAreLarge(name + " " + (step + 1));
        if (node("lesson-content").getTransforms().get(0).getMxx() < 1) {
            shrunk.add(state().lesson().language() + " " + name + " " + (step + 1));
        }
    }

    /** The stage stands where the section ends, at the moment whose numbers the text gives. */
    private void observeToItsEnd(Step.Observe observe) throws TimeoutException {
        Playback playback = wiring.lessons().currentLab().parts().playback();
        onFxThread(() -> playback.speedProperty().set(playback.speedCount() - 1));
        waitUntil(() -> !playback.playingProperty().get()
                && playback.positionProperty().get()
                        == observe.playbackEnd()
                                .orElse(playback.lengthProperty().get()));
    }

    private void goOn() {
        if (stage.getScene().getFocusOwner() instanceof TextInputControl) {
            press(KeyCode.ESCAPE);
        }
        press(KeyCode.ENTER);
        if (state().dialog() == LessonDialog.GOAL_MISSED) {
            assertTrue(state().step() instanceof Step.Reach);
            press(KeyCode.PAGE_DOWN);
        }
    }

    /** The panel, the bar and the buttons are inside the window, and the text needs no scrolling. */
    private void assertFits() {
        for (String id : List.of("lesson-panel", "lesson-primary", "lesson-bar", "lesson-end")) {
            Bounds bounds = node(id).localToScene(node(id).getLayoutBounds());
            assertTrue(bounds.getMaxY() <= HEIGHT + 1 && bounds.getMaxX() <= WIDTH + 1, () -> id + " at " + bounds);
        }
        Bounds content =
                node("lesson-content").localToScene(node("lesson-content").getLayoutBounds());
        Bounds button =
                node("lesson-primary").localToScene(node("lesson-primary").getLayoutBounds());
        assertTrue(
                content.getMaxY() <= button.getMinY() + 1,
                () -> state().step().scene().title() + ": " + content + " over " + button);
    }

    /** What is shown of the lab is inside its room, and large enough to be seen. */
    private void assertChartsAreLarge(String place) {
        Bounds room = node("stage").localToScene(node("stage").getLayoutBounds());
        assertTrue(room.getMaxX() <= WIDTH + 1, () -> place + ": the stage is at " + room);
        List<ChartCard> shown = wiring.lessons().currentLab().charts().stream()
                .filter(card -> card.getScene() != null && card.isVisible())
                .filter(card -> room.intersects(card.localToScene(card.getLayoutBounds())))
                .toList();
        for (ChartCard card : shown) {
            Bounds chart = card.chartView().localToScene(card.chartView().getLayoutBounds());
            assertTrue(
                    chart.getWidth() >= MIN_CHART_WIDTH && chart.getHeight() >= MIN_CHART_HEIGHT,
                    () -> place + ": " + card.getId() + " at " + chart);
            assertTrue(room.contains(chart), () -> place + ": " + card.getId() + " at " + chart + " in " + room);
        }
    }

    /** The bar above the charts of Training is of no use in a lesson, and wider than the room next to the question. */
    @Test
    void aLessonInANarrowWindowHasNoBarOfTheStage() {
        push(KeyCode.F5);
        push(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertTrue(node("training-one-step").getParent().isVisible());
        start("what-is-a-hyperparameter");
        for (int step = 0; step < 2; step++) {
            push(KeyCode.PAGE_DOWN);
        }
        assertFalse(node("training-one-step").getParent().isVisible());
        onFxThread(() -> assertChartsAreLarge("without presentation"));
        onFxThread(() -> wiring.lessons().end());
        assertTrue(node("training-one-step").getParent().isVisible());
    }

    /** The wells of the question are shown, and the experiment, which nobody could start in a lesson, runs by itself. */
    @Test
    void theLessonOnEscapingShowsItsExperiment() throws TimeoutException {
        start("escaping");
        waitUntil(() -> isAloneOnStage("batch-size-noise"));
        push(KeyCode.PAGE_DOWN);
        push(KeyCode.PAGE_DOWN);
        waitUntil(() -> isAloneOnStage("batch-size-experiment-chart"));
        waitUntil(() -> card("batch-size-experiment-chart").chartView().isVisible());
        assertEquals("탈출", card("batch-size-experiment-chart").title());
        push(KeyCode.F5);
        waitUntil(() -> isAloneOnStage("batch-size-experiment-chart"));
        assertTrue(card("batch-size-experiment-chart").getHeight() > HEIGHT / 2, "no other chart takes its room");
    }

    private ChartCard card(String id) {
        return wiring.lessons().currentLab().charts().stream()
                .filter(card -> id.equals(card.getId()))
                .findFirst()
                .orElseThrow();
    }

    /** Whether only this chart has the room of the stage. */
    private boolean isAloneOnStage(String id) {
        Bounds room = node("stage").localToScene(node("stage").getLayoutBounds());
        return wiring.lessons().currentLab().charts().stream()
                .allMatch(
                        card -> id.equals(card.getId()) == room.intersects(card.localToScene(card.getLayoutBounds())));
    }

    @Test
    void theLabIsAsItWasAfterTheLesson() {
        Document before = documentOfLab();
        start("four-fates");
        push(KeyCode.PAGE_DOWN);
        Node slider = ((Parent) node("lesson-control-learningRate"))
                .getChildrenUnmodifiable()
                .get(0);
        assertTrue(slider.isDisabled(), "the step locks the slider");
        assertFalse(documentOfLab().equals(before));
        push(KeyCode.ESCAPE);
        assertEquals(LessonDialog.LEAVE, state().dialog());
        push(KeyCode.ESCAPE);
        assertEquals(LessonDialog.NONE, state().dialog(), "the second Escape stays");
        push(KeyCode.ESCAPE);
        push(KeyCode.ENTER);
        assertEquals(before, documentOfLab());
        assertFalse(slider.isDisabled(), "the slider is locked after the lesson");
        assertTrue(wiring.lessons().player().isEmpty());
        assertEquals(1, wiring.lessons().progress().of("four-fates").step());
        onFxThread(() -> wiring.lessons().startBundled("four-fates", false));
        assertEquals(1, state().index(), "continues where it was left");
    }

    private Document documentOfLab() {
        return wiring.lessons().currentLab().document();
    }

    @Test
    void anOpenLessonFileIsReadAgainWhenItChanges() throws IOException, TimeoutException {
        Path file = folder.resolve("own.hyperlab-lesson.md");
        String source = BundledLessons.markdown("four-fates", Language.ENGLISH);
        Files.writeString(file, source);
        onFxThread(() -> {
            wiring.documentController().open(file);
            wiring.documentController().finishOpening();
        });
        assertEquals("One parabola, four fates", state().lesson().title());
        change(file, source.replace("One parabola, four fates", "My own lesson"), 10);
        waitUntil(() -> state().lesson().title().equals("My own lesson"));
        change(file, "no lesson", 20);
        waitUntil(() -> !ShownNotices.all(stage.getScene()).isEmpty());
        assertEquals("My own lesson", state().lesson().title());
    }

    private static void change(Path file, String source, int seconds) throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        Files.writeString(file, source);
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 1000L * seconds));
    }

    @Test
    void anInvalidLessonFileIsRejectedWithItsLine() throws IOException {
        Path file = folder.resolve("bad.hyperlab-lesson.md");
        String source = BundledLessons.markdown("four-fates", Language.ENGLISH);
        Files.writeString(file, source.replaceFirst("kind: predict", "kind: guess"));
        int line = source.lines().toList().indexOf("kind: predict") + 1;
        onFxThread(() -> {
            wiring.documentController().open(file);
            wiring.documentController().finishOpening();
        });
        assertTrue(wiring.lessons().player().isEmpty());
        String shown = ShownNotices.newest(stage.getScene());
        assertTrue(shown.contains("bad.hyperlab-lesson.md:" + line + " kind"), shown);
    }

    private double rightOf(String id) {
        Node button = node(id);
        return button.localToScene(button.getBoundsInLocal()).getMaxX();
    }

    /** The longest text about progress leaves room for all buttons, also in a presentation. */
    @Test
    void theButtonsOfALessonFitNextToItsProgress() throws TimeoutException {
        String name = "what-is-a-hyperparameter";
        start(name);
        push(KeyCode.DIGIT7);
        push(KeyCode.ENTER);
        waitUntil(() -> state().record().outcome() != null);
        push(KeyCode.PAGE_DOWN);
        leave();
        push(KeyCode.CONTROL, KeyCode.DIGIT9);
        push(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        waitUntil(() -> node("learn-lesson-start-" + name) != null);
        push(KeyCode.CONTROL, KeyCode.L);
        // The lessons are read again in the other language.
        waitUntil(() -> node("learn-lesson-start-" + name) instanceof Labeled go
                && go.getText().equals("Continue"));
        assertTrue(((Labeled) node("learn-lesson-state-" + name)).getText().contains("mean score"));
        StageExtension.waitForPulse();
        onFxThread(() -> stage.getScene().getRoot().layout());
        assertTrue(
                rightOf("learn-lesson-start-" + name) < stage.getScene().getWidth(),
                () -> "right edge at " + rightOf("learn-lesson-start-" + name));
    }

    @Test
    void learnListsTheLessonsAndTheirProgress() throws TimeoutException {
        start("four-fates");
        push(KeyCode.PAGE_DOWN);
        leave();
        push(KeyCode.CONTROL, KeyCode.DIGIT9);
        push(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        waitUntil(() -> node("learn-lesson-start-four-fates") != null);
        assertEquals("2 / 8", ((Labeled) node("learn-lesson-state-four-fates")).getText());
        push(KeyCode.DOWN);
        push(KeyCode.ENTER);
        assertEquals(1, state().index());
        leave();
        assertEquals("learn-lesson-start-four-fates", focusedId(), "back in the list of Learn");
    }

    private void leave() {
        push(KeyCode.ESCAPE);
        push(KeyCode.ENTER);
        assertTrue(wiring.lessons().player().isEmpty());
    }

    private String focusedId() {
        return window.focusedId();
    }

    @Test
    void answersComeBackAfterARestart() throws TimeoutException {
        start("four-fates");
        push(KeyCode.DIGIT2);
        push(KeyCode.ENTER);
        waitUntil(() -> state().scoredCount() == 1);
        push(KeyCode.ENTER);
        LessonState before = state();
        onFxThread(() -> {
            wiring.close();
            window = new PresentedWindow(stage, folder, null);
            wiring = window.wiring();
            wiring.lessons().startBundled("four-fates", false);
        });
        assertEquals(1, state().index());
        assertEquals(before.records().get(0).outcome(), state().records().get(0).outcome());
        goToTheEnd();
        assertTrue(text("lesson-summary-1").contains(": 0\u00a0%"), text("lesson-summary-1"));
        push(KeyCode.ENTER);
        assertEquals(
                1, wiring.lessons().progress().of("four-fates").predictions().scored());
    }

    @Test
    void theButtonsOfTheStageAreDisabledDuringALesson() throws TimeoutException {
        push(KeyCode.F5);
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        onFxThread(() -> {
            stage.setWidth(1440);
            stage.setHeight(900);
        });
        waitUntil(() -> node("batch-size-run-here") != null);
        assertFalse(node("batch-size-run-here").isDisabled());
        start("noise-has-a-price");
        waitUntil(() -> node("batch-size-run-here").isDisabled());
        onFxThread(() -> wiring.lessons().end());
        assertFalse(node("batch-size-run-here").isDisabled());
    }

    /** A page can be looked up in the middle of a lesson, which then continues at the same step. */
    @Test
    void aPageIsReadWithoutLosingTheLesson() throws TimeoutException {
        start("four-fates");
        push(KeyCode.PAGE_DOWN);
        push(KeyCode.PAGE_DOWN);
        int step = state().index();
        assertTrue(step > 0);
        push(KeyCode.CONTROL, KeyCode.K);
        assertTrue(node("palette-query").isFocused());
        onFxThread(() -> ((TextField) node("palette-query")).setText("batch size"));
        push(KeyCode.ENTER);
        waitUntil(() -> wiring.lessons().player().isEmpty());
        waitUntil(() -> node("learn-stage") != null);
        waitUntil(() -> node("notice-action") != null);
        onFxThread(() -> ((Button) node("notice-action")).fire());
        waitUntil(() -> wiring.lessons().player().isPresent());
        assertEquals(step, state().index());
    }

    private void goToTheEnd() {
        while (!state().isFinished()) {
            push(KeyCode.PAGE_DOWN);
        }
    }

    @Test
    void aFinishedLessonStaysDoneWhenItIsBegunAgain() throws TimeoutException {
        start("closing-a-ring");
        for (int k = 0; k < 4; k++) {
            push(KeyCode.PAGE_DOWN);
        }
        assertTrue(state().isFinished());
        push(KeyCode.ENTER);
        // From the end of a page
        onFxThread(() -> wiring.lessons().startBundled("closing-a-ring", false));
        leave();
        push(KeyCode.CONTROL, KeyCode.DIGIT9);
        push(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        waitUntil(() -> node("learn-lesson-state-closing-a-ring") != null);
        assertEquals("끝", ((Labeled) node("learn-lesson-state-closing-a-ring")).getText());
        assertEquals("다시 하기", ((Labeled) node("learn-lesson-start-closing-a-ring")).getText());
        onFxThread(() -> {
            wiring.lessons().progress().put("closing-a-ring", new LessonProgress(4, 4, 0.08));
            wiring.lessons().startBundled("closing-a-ring", true);
        });
        leave();
        assertEquals("끝 · 평균 점수 8\u00a0%", ((Labeled) node("learn-lesson-state-closing-a-ring")).getText());
        assertEquals("다시 하기", ((Labeled) node("learn-lesson-start-closing-a-ring")).getText());
    }

    @Test
    void thePanelOverLearnKeepsTheTabKeyAndLeadsToTheLessons() throws TimeoutException {
        push(KeyCode.CONTROL, KeyCode.DIGIT9);
        push(KeyCode.F9);
        for (int k = 0; k < 25; k++) {
            Node focused = stage.getScene().getFocusOwner();
            assertTrue(isInside(focused, node("controls-overlay")), () -> "the focus is at " + focused);
            push(KeyCode.TAB);
        }
        for (int k = 0; k < 30 && !"learn-tab-1".equals(focusedId()); k++) {
            push(KeyCode.TAB);
        }
        push(KeyCode.SPACE);
        waitUntil(() -> node("learn-lesson-start-four-fates") != null);
        assertTrue(stage.getScene().getFocusOwner().getId().startsWith("learn-lesson-start-"));
        assertFalse(isInside(node("learn-tab-1"), node("controls-overlay")), "the panel is closed");
    }

    private static boolean isInside(Node node, Node outer) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }
}
