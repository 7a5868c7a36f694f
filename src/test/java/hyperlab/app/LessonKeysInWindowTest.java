package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.lesson.LessonDialog;
import hyperlab.app.lesson.LessonState;
import hyperlab.file.Document;
import hyperlab.lab.LabName;
import hyperlab.lesson.Question;
import hyperlab.lesson.Step;
import hyperlab.text.Language;
import hyperlab.ui.control.playback.Playback;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the keys do in a lesson. All tests use one window, in which each starts a lesson from its start. */
@Tag("window")
class LessonKeysInWindowTest {
    private static final double WIDTH = PresentedWindow.WIDTH;

    @TempDir
    private static Path folder;

    @RegisterExtension
    static final SharedWindow<PresentedWindow> SHARED = SharedWindow.presented();

    private PresentedWindow window;
    private HyperlabWindow.Wiring wiring;

    @BeforeEach
    void open() {
        onFxThread(() -> {
            window = SHARED.open(folder);
            wiring = window.wiring();
            wiring.messages().languageProperty().set(Language.KOREAN);
        });
    }

    private LessonState state() {
        return window.lesson();
    }

    private void start(String name) {
        window.startLesson(name);
    }

    private Document documentOfLab() {
        return wiring.lessons().currentLab().document();
    }

    private static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        PresentedWindow.waitUntil(condition);
    }

    private static void onFxThread(Runnable work) {
        PresentedWindow.onFxThread(work);
    }

    private Node node(String id) {
        return window.node(id);
    }

    private String text(String id) {
        return window.text(id);
    }

    private String focusedId() {
        return window.focusedId();
    }

    private void push(KeyCode... codes) {
        window.push(codes);
    }

    @Test
    void theVerdictFollowsThePrediction() throws TimeoutException {
        start("four-fates");
        assertEquals(LabName.LEARNING_RATE.id(), state().lesson().lab().id());
        push(KeyCode.DIGIT2);
        push(KeyCode.ENTER);
        waitUntil(() -> state().record().outcome() != null);
        assertEquals("아쉬워요. 정답: 거리가 같아요. 이렇게 생각했을 수 있어요: “학습률이 클수록 빨라요”", text("lesson-verdict"));
    }

    @Test
    void lockedKeysDoNothingBeforeThePrediction() {
        start("four-fates");
        Document before = documentOfLab();
        push(KeyCode.SPACE);
        push(KeyCode.END);
        push(KeyCode.CONTROL, KeyCode.Z);
        push(KeyCode.CONTROL, KeyCode.S);
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
    void theGoalIsReachedWithTheFreedControl() throws TimeoutException {
        start("four-fates");
        for (int step = 0; step < 7; step++) {
            push(KeyCode.PAGE_DOWN);
        }
        waitUntil(() -> state().goal() != null);
        assertFalse(state().goal().met());
        for (int k = 0; k < 6; k++) {
            push(KeyCode.LEFT);
        }
        waitUntil(() -> state().record().goalMet());
        waitUntil(() -> node("lesson-goal-met") != null);
    }

    @Test
    void aGoalThatWasReachedBeforeIsNotSaidToBeReachedNow() throws TimeoutException {
        start("four-fates");
        for (int step = 0; step < 7; step++) {
            push(KeyCode.PAGE_DOWN);
        }
        for (int k = 0; k < 6; k++) {
            push(KeyCode.LEFT);
        }
        waitUntil(() -> state().record().goalMet());
        waitUntil(() -> node("lesson-goal-met") != null);
        assertTrue(text("lesson-goal-met").startsWith("목표를 이뤘어요."));
        for (int k = 0; k < 6; k++) {
            push(KeyCode.RIGHT);
        }
        waitUntil(() -> !state().goal().met());
        String settings = state().record().attempt().settings().get("learningRate");
        assertEquals(
                "앞서 학습률 = " + settings + "에서 목표를 이뤘어요. 지금은 이루지 못한 상태예요. 마치거나 다른 값도 써 보세요.", text("lesson-goal-met"));
    }

    @Test
    void theConstantsOfAFreedOptimizerAreFree() throws TimeoutException {
        onFxThread(() -> wiring.lessons().startBundled("who-wins-the-ravine", true));
        while (!(state().step() instanceof Step.Reach)) {
            push(KeyCode.PAGE_DOWN);
        }
        assertFalse(node("learning-rate-momentum-track").isDisabled());
        assertNotNull(node("lesson-control-momentum"));
        enterNumber("learning-rate-momentum-field", "0.67");
        enterNumber("learning-rate-learning-rate-field", "0.033");
        waitUntil(() -> state().record().goalMet());
    }

    @Test
    void thePaletteSaysThatALessonIsRunning() {
        start("four-fates");
        push(KeyCode.CONTROL, KeyCode.K);
        onFxThread(() -> ((TextField) node("palette-query")).setText("루와 원인"));
        assertEquals("이런 이름의 페이지나 용어는 없어요. 다른 것은 수업이 끝난 뒤에 찾을 수 있어요.", ((Labeled) node("palette-none")).getText());
        push(KeyCode.ESCAPE);
    }

    private void enterNumber(String id, String number) {
        onFxThread(() -> {
            node(id).requestFocus();
            ((TextField) node(id)).setText(number);
        });
        push(KeyCode.ENTER);
    }

    @Test
    void handsAreCountedWithTheDigits() throws TimeoutException {
        start("four-fates");
        push(KeyCode.T);
        push(KeyCode.DIGIT3);
        push(KeyCode.DIGIT3);
        push(KeyCode.DIGIT1);
        push(KeyCode.SHIFT, KeyCode.DIGIT1);
        assertEquals(List.of(0, 0, 2), state().record().hands());
        push(KeyCode.ENTER);
        waitUntil(() -> state().record().outcome() != null);
        assertNotNull(node("lesson-hands-3"));
    }

    @Test
    void theClassModeSaysWhatItDoesWhereNoHandsAreCounted() {
        start("four-fates");
        push(KeyCode.PAGE_DOWN);
        push(KeyCode.T);
        assertEquals(
                "보기가 있는 질문마다 손 든 수를 세어요.", ShownNotices.newest(window.stage().getScene()));
        push(KeyCode.T);
        assertEquals("이제 손 든 수를 세지 않아요.", ShownNotices.newest(window.stage().getScene()));
    }

    @Test
    void anotherLanguageShowsTheSameStep() {
        start("four-fates");
        push(KeyCode.PAGE_DOWN);
        push(KeyCode.CONTROL, KeyCode.L);
        assertEquals(Language.ENGLISH, state().lesson().language());
        assertEquals(1, state().index());
        assertEquals("One glides, the other jumps from side to side", text("lesson-title"));
    }

    @Test
    void commaAndPeriodChangeTheControlThatAGoalFrees() {
        start("four-fates");
        for (int step = 0; step < 7; step++) {
            push(KeyCode.PAGE_DOWN);
        }
        assertTrue(node("lesson-keys").isVisible());
        assertEquals("학습률 η: , 키와 . 키 (Shift: 크게)", ((Labeled) node("lesson-keys")).getText());
        double before = freedRate();
        push(KeyCode.COMMA);
        assertTrue(freedRate() < before);
        double less = freedRate();
        push(KeyCode.PERIOD);
        double more = freedRate();
        assertTrue(more > less);
        push(KeyCode.SHIFT, KeyCode.PERIOD);
        assertTrue(freedRate() > more);
        push(KeyCode.PAGE_UP);
        double locked = freedRate();
        push(KeyCode.COMMA);
        assertEquals(locked, freedRate());
        assertFalse(node("lesson-keys").isVisible());
    }

    @Test
    void lettersInTheFieldOfANumberAreKeysOfTheLesson() {
        start("noise-has-a-price");
        while (!(state().step() instanceof Step.Predict predict && predict.question() instanceof Question.Numeric)) {
            push(KeyCode.PAGE_DOWN);
        }
        assertEquals("lesson-number", focusedId());
        // A field takes no keys before it has its skin.
        onFxThread(() -> node("lesson-panel").applyCss());
        push(KeyCode.DIGIT1);
        boolean counted = state().classMode();
        type(KeyCode.T, "t");
        assertEquals(!counted, state().classMode());
        type(KeyCode.H, "h");
        assertEquals("이 단계에는 힌트가 없어요.", ShownNotices.newest(window.stage().getScene()));
        assertEquals("1", ((TextField) node("lesson-number")).getText());
        type(KeyCode.E, "e");
        assertEquals("1e", ((TextField) node("lesson-number")).getText(), "a number may contain an e");
    }

    @Test
    void aGoalThatIsNotReachedIsNotPassedSilently() throws TimeoutException {
        start("four-fates");
        for (int step = 0; step < 7; step++) {
            push(KeyCode.PAGE_DOWN);
        }
        waitUntil(() -> state().goal() != null);
        assertFalse(isAccented("lesson-primary"), "to finish is not the next thing to do");
        push(KeyCode.ENTER);
        assertEquals(7, state().index());
        assertNotNull(node("lesson-goal-missed"));
        assertTrue(isAccented("lesson-primary"), "to go on trying is");
        // 0.9²⁰ × 3.2 = 0.389, and half of its square is 0.0757.
        assertEquals("✗ 함숫값 f = 0.07568, 목표 < 0.01", text("lesson-goal-1"));
        push(KeyCode.H);
        push(KeyCode.ENTER);
        push(KeyCode.S);
        assertTrue(state().record().attempt().solutionShown());
        waitUntil(() -> state().goal() != null && state().goal().met());
        assertFalse(state().record().goalMet(), "the solution was shown");
        assertTrue(isAccented("lesson-primary"));
        push(KeyCode.ENTER);
        assertTrue(state().isFinished());
        assertEquals("목표를 이루지 못하고 풀이를 봤어요 (힌트 1개)", text("lesson-summary-8"));
        assertEquals("저장된 예측이 없어요", text("lesson-summary-1"));
    }

    private boolean isAccented(String id) {
        return node(id).getStyleClass().contains("accent");
    }

    @Test
    void theKeysOfALessonWorkInTheFieldOfAFreedControl() throws TimeoutException {
        onFxThread(() -> wiring.lessons().startBundled("when-to-stop", true));
        for (int step = 0; step < 7; step++) {
            push(KeyCode.PAGE_DOWN);
        }
        assertEquals("training-l2-track", focusedId());
        onFxThread(() -> node("training-l2-field").requestFocus());
        push(KeyCode.H);
        assertEquals(1, state().record().hints());
        push(KeyCode.ENTER);
        assertEquals(LessonDialog.GOAL_MISSED, state().dialog());
        push(KeyCode.ENTER);
        assertEquals(LessonDialog.NONE, state().dialog());
        push(KeyCode.S);
        assertEquals(LessonDialog.GOAL_MISSED, state().dialog());
        push(KeyCode.ESCAPE);
        TextField field = (TextField) window.stage().getScene().getFocusOwner();
        onFxThread(() -> field.setText("0.1"));
        type(KeyCode.H, "h");
        assertEquals(2, state().record().hints(), "no number contains an h");
        assertEquals("0.1", field.getText());
        push(KeyCode.H);
        type(KeyCode.DIGIT5, "5");
        assertTrue(field.getText().contains("5"), "only the character of the key that the lesson used is left out");
        onFxThread(() -> field.setText("0.1"));
        push(KeyCode.ENTER);
        assertTrue(
                wiring.lessons()
                        .currentLab()
                        .parts()
                        .playback()
                        .playingProperty()
                        .get(),
                "it trains");
        onFxThread(() -> {
            Playback playback = wiring.lessons().currentLab().parts().playback();
            playback.speedProperty().set(playback.speedCount() - 1);
        });
        waitUntil(() -> state().record().goalMet());
        assertEquals("0.1", state().record().attempt().settings().get("training.penalty.l2"));
        push(KeyCode.ENTER);
        assertTrue(state().isFinished());
    }

    /** The class has to read the value that the question is about, although the control is locked. */
    @Test
    void lockedControlsCanBeRead() throws TimeoutException {
        start("four-fates");
        waitUntil(() -> node("lesson-control-learningRate") != null);
        onFxThread(() -> {
            node("lesson-strip").applyCss();
            for (String style : List.of(".label", ".text-field", ".track-tick-label")) {
                Node text = node("lesson-control-learningRate").lookup(style);
                assertTrue(text.isDisabled(), style);
                for (Node at = text; at != null; at = at.getParent()) {
                    assertEquals(1, at.getOpacity(), style);
                }
            }
        });
    }

    /** The lesson is about the units, so its keys change them and not the activation function. */
    @Test
    void theKeysOfTheRingChangeItsUnits() {
        start("closing-a-ring");
        for (int step = 0; step < 3; step++) {
            push(KeyCode.PAGE_DOWN);
        }
        assertEquals("층별 뉴런 수: , 키와 . 키 (Shift: 크게)", ((Labeled) node("lesson-keys")).getText());
        assertEquals("1", ((TextField) node("training-hidden")).getText());
        push(KeyCode.PERIOD);
        push(KeyCode.PERIOD);
        assertEquals("3", ((TextField) node("training-hidden")).getText());
    }

    /** A chart can be seen from the last row: it takes the place of the question, too, unless it would answer it. */
    @Test
    void aChartOfTheStepCanBeEnlarged() throws TimeoutException {
        start("noise-has-a-price");
        waitUntil(() ->
                !((Parent) node("lesson-covers")).getChildrenUnmodifiable().isEmpty());
        push(KeyCode.F);
        assertNull(node("enlarged-chart"), "it is hidden before the prediction");
        start("who-wins-the-ravine");
        push(KeyCode.PAGE_DOWN);
        push(KeyCode.F);
        assertEquals(WIDTH, node("enlarged-chart").getLayoutBounds().getWidth());
        push(KeyCode.F);
        assertNull(node("enlarged-chart"));
        assertTrue(node("lesson-panel").isVisible());
        push(KeyCode.F);
        push(KeyCode.ESCAPE);
        assertNull(node("enlarged-chart"));
        assertEquals(LessonDialog.NONE, state().dialog(), "Esc only ended the enlargement");
        onFxThread(() -> {
            click("learning-rate-descent-menu");
            click("learning-rate-descent-enlarge");
        });
        assertNotNull(node("enlarged-chart"), "its button is not locked");
        push(KeyCode.PAGE_DOWN);
        assertNull(node("enlarged-chart"), "the next question is seen");
    }

    private void click(String id) {
        Node button = node(id);
        for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            Event.fireEvent(
                    button,
                    new MouseEvent(
                            type,
                            5,
                            5,
                            5,
                            5,
                            MouseButton.PRIMARY,
                            1,
                            false,
                            false,
                            false,
                            false,
                            type == MouseEvent.MOUSE_PRESSED,
                            false,
                            false,
                            false,
                            false,
                            true,
                            new PickResult(button, 5, 5)));
        }
    }

    @Test
    void handsCanBeTyped() {
        start("four-fates");
        push(KeyCode.T);
        onFxThread(() -> node("lesson-hands-2").requestFocus());
        onFxThread(() -> ((TextField) node("lesson-hands-2")).selectAll());
        push(KeyCode.DIGIT1);
        push(KeyCode.DIGIT2);
        assertEquals(12, state().record().hands(1));
        push(KeyCode.ENTER);
        assertTrue(state().record().isCommitted());
    }

    @Test
    void theRingMarksAPointInsideTheChart() throws TimeoutException {
        start("four-fates");
        push(KeyCode.PAGE_DOWN);
        waitUntil(() -> state().mark().size() == 2);
        // 3.2 × 0.9⁸ and half of its square
        assertEquals(1.3775, state().mark().get(0), 1e-4);
        assertEquals(0.94874, state().mark().get(1), 1e-4);
        waitUntil(() -> window.stage().getScene().lookup(".lesson-ring:mark") != null);
        // Until the next layout, the ring is still around the whole card.
        waitUntil(() -> window.stage()
                        .getScene()
                        .lookup(".lesson-ring")
                        .getBoundsInParent()
                        .getWidth()
                < node("learning-rate-descent").getLayoutBounds().getWidth() / 4);
    }

    @Test
    void theHelpHasAllKeysWhileItIsShown() {
        start("four-fates");
        push(KeyCode.F1);
        assertTrue(node("help-sheet").isVisible());
        push(KeyCode.DIGIT2);
        push(KeyCode.PAGE_DOWN);
        assertEquals(0, state().index());
        assertFalse(wiring.lessons().player().orElseThrow().canCommit());
        push(KeyCode.ESCAPE);
        assertFalse(node("help-sheet").isVisible());
        assertEquals(LessonDialog.NONE, state().dialog());
        assertTrue(node("help-sheet").getLayoutBounds().getWidth() <= WIDTH + 1);
    }

    private double freedRate() {
        Document.OfDescent descent =
                (Document.OfDescent) wiring.lessons().currentLab().document();
        return descent.setup().racers().get(0).learningRate();
    }

    private void type(KeyCode code, String character) {
        push(code);
        onFxThread(() -> {
            Node focused = window.stage().getScene().getFocusOwner();
            focused.fireEvent(
                    new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
        });
    }
}
