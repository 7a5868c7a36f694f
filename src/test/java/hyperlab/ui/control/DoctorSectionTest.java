package hyperlab.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hyperlab.finding.Severity;
import hyperlab.text.FindingText;
import hyperlab.text.Language;
import hyperlab.ui.Messages;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.WindowTest;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** While a run goes on, the findings change under a remedy that the keyboard has chosen. */
@WindowTest
class DoctorSectionTest {
    private Button other;
    private DoctorSection section;
    private Scene scene;

    @Start
    void start(Stage stage) {
        other = new Button("Undo");
        section = new DoctorSection("lab", new Messages(Language.ENGLISH), new UndoHistory(), () -> "document");
        scene = new Scene(new VBox(other, section), 300, 400);
        stage.setScene(scene);
        stage.show();
    }

    private void show(FxRobot robot, FindingText... findings) {
        robot.interact(() -> section.show(Stream.of(findings)
                .map(text -> new DoctorSection.FindingModel(text, () -> {}))
                .toList()));
    }

    private static FindingText finding(String title, String remedy) {
        return new FindingText(Severity.WARNING, title, "Why.", remedy);
    }

    private String focused() {
        return scene.getFocusOwner() instanceof Button button ? button.getText() : "";
    }

    @Test
    void theRemedyOfAFindingKeepsTheFocusWhileItsNumbersChange(FxRobot robot) {
        show(robot, finding("The loss rises", "η 1 → 0.1"), finding("Dead units", "ReLU → tanh"));
        robot.interact(() -> robot.lookup("#lab-finding-2-remedy").queryButton().requestFocus());
        show(robot, finding("Dead units", "ReLU → Leaky ReLU"), finding("The loss rises", "η 1 → 0.2"));
        assertEquals("ReLU → Leaky ReLU", focused());
    }

    @Test
    void noOtherButtonGetsTheFocusOfAFindingThatIsGone(FxRobot robot) {
        show(robot, finding("The loss rises", "η 1 → 0.1"));
        robot.interact(() -> robot.lookup("#lab-finding-1-remedy").queryButton().requestFocus());
        show(robot, finding("Dead units", "ReLU → tanh"));
        assertFalse(scene.getFocusOwner() instanceof Button, () -> "Enter would press " + focused());
    }

    @Test
    void theFocusElsewhereStays(FxRobot robot) {
        show(robot, finding("The loss rises", "η 1 → 0.1"));
        robot.interact(other::requestFocus);
        show(robot, finding("The loss rises", "η 1 → 0.2"));
        assertEquals("Undo", focused());
    }
}
