package hyperlab.lab.learningrate;

import static hyperlab.lab.LabTestWindow.typeAndEnter;
import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lab.LabTestWindow;
import hyperlab.text.Language;
import hyperlab.ui.StageExtension;
import hyperlab.ui.control.WrappedText;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(StageExtension.class)
class QuizViewTest {
    private LabTestWindow<LearningRateView> window;
    private LearningRateView view;

    @Start
    void start(Stage stage) {
        window = new LabTestWindow<>(stage, LearningRateView::new);
        view = window.lab;
    }

    @Stop
    void stop() {
        window.close();
    }

    private void on(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#learning-rate-ask").query().requestFocus());
        robot.type(KeyCode.SPACE);
        waitUntil(() -> !isShown(robot, "#learning-rate-step"));
    }

    private static boolean isShown(FxRobot robot, String id) {
        for (Node node = robot.lookup(id).query(); node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static String verdict(FxRobot robot) {
        return robot.lookup("#learning-rate-ask-verdict")
                .queryAs(WrappedText.class)
                .text();
    }

    @Test
    void hidesOutcomeUntilAnsweredByKeyboard(FxRobot robot) throws Exception {
        assertFalse(isShown(robot, "#learning-rate-ask-question"));
        on(robot);
        assertTrue(isShown(robot, "#learning-rate-ask-question"));
        for (String id : new String[] {
            "#learning-rate-step",
            "#learning-rate-value",
            "#learning-rate-readout",
            "#learning-rate-findings",
            "#learning-rate-legend"
        }) {
            assertFalse(isShown(robot, id), id);
        }
        assertTrue(isShown(robot, "#learning-rate-descent"));
        robot.type(KeyCode.DIGIT3);
        waitUntil(() -> isShown(robot, "#learning-rate-value"));
        assertTrue(verdict(robot).startsWith("Not quite: you said oscillate; the answer is glide. η is below 1/c = 1"));
        assertEquals(
                "0 of 1 right",
                robot.lookup("#learning-rate-ask-score").queryAs(Labeled.class).getText());
        robot.type(KeyCode.N);
        waitUntil(() -> !isShown(robot, "#learning-rate-readout"));
        assertTrue(view.model().quiz().questionProperty().get().isOpen());
    }

    @Test
    void buttonsAnswerAndMarkTheCorrectOutcome(FxRobot robot) throws Exception {
        on(robot);
        robot.clickOn("#learning-rate-ask-1");
        waitUntil(() -> verdict(robot).startsWith("Right: glide."));
        assertTrue(robot.lookup("#learning-rate-ask-1").query().getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("right")));
        assertTrue(robot.lookup("#learning-rate-ask-2").query().isDisabled());
        robot.clickOn("#learning-rate-ask-next");
        waitUntil(() -> !robot.lookup("#learning-rate-ask-2").query().isDisabled());
        robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
        waitUntil(() -> robot.lookup("#learning-rate-ask-2")
                .queryAs(Labeled.class)
                .getText()
                .equals("2 한 번에 도착"));
    }

    @Test
    void digitsTypedIntoAFieldAreNotAnswers(FxRobot robot) throws Exception {
        on(robot);
        robot.interact(() -> robot.lookup("#learning-rate-start").query().requestFocus());
        robot.type(KeyCode.DIGIT2);
        assertTrue(view.model().quiz().questionProperty().get().isOpen());
        typeAndEnter(robot, "#learning-rate-start", "2");
        assertEquals(2, view.model().settings().startProperty().get());
        assertTrue(view.model().quiz().questionProperty().get().isOpen());
    }
}
