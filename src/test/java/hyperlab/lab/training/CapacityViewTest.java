package hyperlab.lab.training;

import static hyperlab.lab.LabTestWindow.typeAndEnter;
import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hyperlab.ui.control.FocusableToggleSwitch;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class CapacityViewTest extends TrainingLabTest {
    @Test
    void smallTrainingSetToggleCanBeUndone(FxRobot robot) {
        robot.interact(() -> robot.lookup("#training-small").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertEquals(0.1, experiment().data().trainFraction());
        robot.interact(lab.parts().undo()::undo);
        assertEquals(0.8, experiment().data().trainFraction());
        assertFalse(((FocusableToggleSwitch) robot.lookup("#training-small").query()).isSelected());
    }

    @Test
    void showsCapacityAndPathsCharts(FxRobot robot) throws TimeoutException {
        choose(robot, "#training-source", "breastCancer");
        typeAndEnter(robot, "#training-samples", "60");
        typeAndEnter(robot, "#training-epochs", "1");
        stand(robot, "training-accuracy", "paths");
        waitUntil(() -> text(robot, "#training-paths-left").contains("L1 leaves"));
        press(robot, "#training-paths-kind-1");
        waitUntil(() -> text(robot, "#training-paths-left").contains("30 of 30"));
        stand(robot, "training-paths", "capacity");
        press(robot, "#training-capacity-train");
        waitUntil(() -> lab.charts().get(3).chart().getXYPlot().getDataset().getItemCount(0) == 7);
    }

    private void stand(FxRobot robot, String place, String wanted) {
        MenuButton menu = robot.lookup("#" + place + "-choose").queryAs(MenuButton.class);
        robot.interact(() -> menu.getItems().stream()
                .filter(item -> item.getId().endsWith("-choose-" + wanted))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private static String text(FxRobot robot, String id) {
        return String.valueOf(robot.lookup(id).query().getAccessibleText());
    }
}
