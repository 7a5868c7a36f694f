package hyperlab.app.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.ui.WindowTest;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@WindowTest
class FullScreenTest {
    private final BooleanProperty presented = new SimpleBooleanProperty(true);
    private Stage stage;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        stage.setScene(new Scene(new Pane(), 640, 480));
        stage.show();
    }

    @Stop
    void leaveFullScreen() {
        stage.setFullScreen(false);
    }

    @Test
    void fillsTheScreenDuringAPresentation(FxRobot robot) {
        robot.interact(() -> FullScreen.fillWhile(presented, stage));
        assertTrue(stage.isFullScreen());
        assertEquals("", stage.getFullScreenExitHint());
        robot.push(KeyCode.ESCAPE);
        assertTrue(stage.isFullScreen(), "Esc is for what lies above the stage");
        robot.interact(() -> presented.set(false));
        assertFalse(stage.isFullScreen());
        assertEquals(640, stage.getScene().getWidth());
        robot.interact(() -> presented.set(true));
        assertTrue(stage.isFullScreen());
    }

    @Test
    void canBeSwitchedDuringAPresentation(FxRobot robot) {
        robot.interact(() -> FullScreen.fillWhile(presented, stage));
        robot.interact(() -> FullScreen.toggle(stage));
        assertFalse(stage.isFullScreen());
        robot.interact(() -> presented.set(false));
        assertFalse(stage.isFullScreen());
    }
}
