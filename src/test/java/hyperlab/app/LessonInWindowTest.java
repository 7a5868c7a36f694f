package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.lesson.LessonPlayerViewModel;
import hyperlab.app.lesson.LessonState;
import hyperlab.file.Document;
import hyperlab.lab.LabName;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.Question;
import hyperlab.lesson.Step;
import hyperlab.text.Language;
import hyperlab.ui.StageExtension;
import hyperlab.ui.control.WrappedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** Lessons in the window, with the real labs and by keyboard alone. */
@ExtendWith(StageExtension.class)
class LessonInWindowTest {
    private static final int SECONDS = 60;
    private static final double WIDTH = 1024;
    private static final double HEIGHT = 768;

    @TempDir
    private Path folder;

    private Stage stage;
    private HyperlabWindow.Wiring wiring;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        wiring = new HyperlabWindow.Wiring(
                stage,
                new WindowStateStore(folder.resolve("window.json")),
                Labs.all(),
                new HyperlabApp.LaunchRequest(
                        StartOptions.parse("--language", "ko", "--lab", "learning-rate", "--present"),
                        Optional.empty()));
        stage.setMaximized(false);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.show();
    }

    @Stop
    void close() {
        wiring.close();
    }

    private LessonPlayerViewModel player() {
        return wiring.lessons().player().orElseThrow();
    }

    private LessonState state() {
        return player().state();
    }

    private void start(FxRobot robot, String name) {
        robot.interact(() -> wiring.lessons().startBundled(name, true));
    }

    private static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node node(String id) {
        return stage.getScene().lookup("#" + id);
    }

    private String text(String id) {
        return ((WrappedText) node(id)).text();
    }

    /** Presses a key where the focus is; faster than a robot, which waits for each press to be drawn. */
    private void press(FxRobot robot, KeyCode code) {
        robot.interact(() -> {
            fire(KeyEvent.KEY_PRESSED, "", code);
            if (code.isDigitKey()) {
                fire(KeyEvent.KEY_TYPED, code.getName(), KeyCode.UNDEFINED);
            }
            fire(KeyEvent.KEY_RELEASED, "", code);
        });
    }

    private void fire(EventType<KeyEvent> type, String character, KeyCode code) {
        Node focused = stage.getScene().getFocusOwner();
        Node target = focused == null ? stage.getScene().getRoot() : focused;
        Event.fireEvent(target, new KeyEvent(type, character, "", code, false, false, false, false));
    }

    /** Answers the question of the current step with some prediction. */
    private void predict(FxRobot robot, Question question) {
        if (question instanceof Question.Choice) {
            press(robot, KeyCode.DIGIT2);
        } else if (question instanceof Question.Numeric) {
            press(robot, KeyCode.DIGIT7);
        } else if (question instanceof Question.Order) {
            press(robot, KeyCode.DOWN);
        } else {
            press(robot, KeyCode.RIGHT);
            press(robot, KeyCode.UP);
        }
    }

    @Test
    void everyLessonCanBePlayedToItsEndByKeyboard(FxRobot robot) throws TimeoutException {
        for (String name : BundledLessons.NAMES) {
            playToItsEnd(name, robot);
        }
    }

    private void playToItsEnd(String name, FxRobot robot) throws TimeoutException {
        start(robot, name);
        int steps = state().lesson().steps().size();
        for (int step = 0; step < steps; step++) {
            assertEquals(
                    step,
                    state().index(),
                    () -> name + " at " + state().step().scene().title());
            assertEquals(state().step().scene().title(), text("lesson-title"));
            if (state().step() instanceof Step.Predict predict) {
                predict(robot, predict.question());
                assertTrue(state().isAsking());
                press(robot, KeyCode.ENTER);
                assertFalse(
                        state().isAsking(),
                        () -> name + ": " + state().step().scene().title());
            }
            for (String free : state().free()) {
                assertNotNull(node("lesson-control-" + free.replace('.', '-')), name + " frees " + free);
            }
            assertFits();
            press(robot, KeyCode.PAGE_DOWN);
        }
        assertTrue(state().isFinished());
        waitUntil(() -> wiring.lessons().progress().of(name).isFinished());
        press(robot, KeyCode.ENTER);
        assertTrue(wiring.lessons().player().isEmpty());
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

    @Test
    void theVerdictFollowsThePrediction(FxRobot robot) throws TimeoutException {
        start(robot, "four-fates");
        assertEquals(LabName.LEARNING_RATE.id(), state().lesson().lab().id());
        robot.push(KeyCode.DIGIT2);
        robot.push(KeyCode.ENTER);
        waitUntil(() -> state().record().outcome() != null);
        assertEquals("아쉬워요. 정답: 거리가 같아요. 이렇게 생각했을 수 있어요: 학습률이 클수록 빨라요", text("lesson-verdict"));
    }

    @Test
    void theLabIsAsItWasAfterTheLesson(FxRobot robot) {
        Document before = documentOfLab();
        start(robot, "four-fates");
        robot.push(KeyCode.PAGE_DOWN);
        assertFalse(documentOfLab().equals(before));
        robot.push(KeyCode.ESCAPE);
        assertEquals(before, documentOfLab());
        assertTrue(wiring.lessons().player().isEmpty());
        assertEquals(1, wiring.lessons().progress().of("four-fates").step());
        robot.interact(() -> wiring.lessons().startBundled("four-fates", false));
        assertEquals(1, state().index(), "continues where it was left");
    }

    private Document documentOfLab() {
        return wiring.lessons().currentLab().document();
    }

    @Test
    void lockedKeysDoNothingBeforeThePrediction(FxRobot robot) {
        start(robot, "four-fates");
        Document before = documentOfLab();
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.END);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        assertEquals(
                0,
                wiring.lessons()
                        .currentLab()
                        .parts()
                        .playback()
                        .positionProperty()
                        .get());
        assertFalse(wiring.lessons()
                .currentLab()
                .parts()
                .playback()
                .playingProperty()
                .get());
        assertEquals(before, documentOfLab());
        assertTrue(node("lesson-play").isDisabled());
    }

    @Test
    void theGoalIsReachedWithTheFreedControl(FxRobot robot) throws TimeoutException {
        start(robot, "four-fates");
        for (int step = 0; step < 7; step++) {
            robot.push(KeyCode.PAGE_DOWN);
        }
        waitUntil(() -> state().goal() != null);
        assertFalse(state().goal().met());
        for (int k = 0; k < 6; k++) {
            robot.push(KeyCode.LEFT);
        }
        waitUntil(() -> state().record().goalMet());
        waitUntil(() -> node("lesson-goal-met") != null);
    }

    @Test
    void handsAreCountedWithTheDigits(FxRobot robot) throws TimeoutException {
        start(robot, "four-fates");
        robot.push(KeyCode.T);
        robot.push(KeyCode.DIGIT3);
        robot.push(KeyCode.DIGIT3);
        robot.push(KeyCode.DIGIT1);
        robot.push(KeyCode.SHIFT, KeyCode.DIGIT1);
        assertEquals(List.of(0, 0, 2), state().record().hands());
        robot.push(KeyCode.ENTER);
        waitUntil(() -> state().record().outcome() != null);
        assertNotNull(node("lesson-hands-3"));
    }

    @Test
    void anotherLanguageShowsTheSameStep(FxRobot robot) {
        start(robot, "four-fates");
        robot.push(KeyCode.PAGE_DOWN);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        assertEquals(Language.ENGLISH, state().lesson().language());
        assertEquals(1, state().index());
        assertEquals("One glides, the other jumps from side to side", text("lesson-title"));
    }

    @Test
    void anOpenLessonFileIsReadAgainWhenItChanges(FxRobot robot) throws IOException, TimeoutException {
        Path file = folder.resolve("own.hyperlab-lesson.md");
        String source = BundledLessons.markdown("four-fates", Language.ENGLISH);
        Files.writeString(file, source);
        robot.interact(() -> wiring.documentController().open(file));
        assertEquals("One parabola, four fates", state().lesson().title());
        change(file, source.replace("One parabola, four fates", "My own lesson"), 10);
        waitUntil(() -> state().lesson().title().equals("My own lesson"));
        change(file, "no lesson", 20);
        waitUntil(() -> node("banner") != null && node("banner").isVisible());
        assertEquals("My own lesson", state().lesson().title());
    }

    private static void change(Path file, String source, int seconds) throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        Files.writeString(file, source);
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 1000L * seconds));
    }

    @Test
    void anInvalidLessonFileIsRejectedWithItsLine(FxRobot robot) throws IOException {
        Path file = folder.resolve("bad.hyperlab-lesson.md");
        String source = BundledLessons.markdown("four-fates", Language.ENGLISH);
        Files.writeString(file, source.replaceFirst("kind: predict", "kind: guess"));
        int line = source.lines().toList().indexOf("kind: predict") + 1;
        robot.interact(() -> wiring.documentController().open(file));
        assertTrue(wiring.lessons().player().isEmpty());
        String shown = text("banner-text");
        assertTrue(shown.contains("bad.hyperlab-lesson.md:" + line + " kind"), shown);
    }

    @Test
    void learnListsTheLessonsAndTheirProgress(FxRobot robot) throws TimeoutException {
        start(robot, "four-fates");
        robot.push(KeyCode.PAGE_DOWN);
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT9);
        robot.push(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        waitUntil(() -> node("learn-lesson-start-four-fates") != null);
        assertEquals("2 / 8", ((Labeled) node("learn-lesson-state-four-fates")).getText());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        assertEquals(1, state().index());
        robot.push(KeyCode.ESCAPE);
        assertNotNull(node("learn-lesson-start-four-fates"), "back in Learn");
    }
}
