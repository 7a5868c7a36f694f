package hyperlab.lab.training;

import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.PointSet;
import hyperlab.data.PointSet.LabeledPoint;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartView;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Editing points over the decision boundary with the mouse and with the keyboard. */
class PointOverlayTest extends TrainingLabTest {
    private ChartView chart() {
        return lab.charts().stream()
                .filter(card -> "training-boundary".equals(card.getId()))
                .map(ChartCard::chartView)
                .findFirst()
                .orElseThrow();
    }

    private PointSet drawn() {
        return Objects.requireNonNull(experiment().data().points());
    }

    /** The place on the screen of a share of the plane, from its lower left corner. */
    private Point2D at(double right, double up) {
        Bounds area = chart().dataArea();
        return chart().localToScreen(area.getMinX() + right * area.getWidth(), area.getMaxY() - up * area.getHeight());
    }

    private void begin(FxRobot robot) throws TimeoutException {
        press(robot, "#training-draw-points");
        press(robot, "#training-points-clear");
        waitUntil(() -> chart().dataArea().getWidth() > 0);
    }

    @Test
    void mouseAddsMovesAndRemovesPoints(FxRobot robot) throws TimeoutException {
        begin(robot);
        robot.clickOn(at(0.25, 0.5));
        press(robot, "#training-points-class-1");
        robot.clickOn(at(0.75, 0.5));
        assertEquals(2, drawn().size());
        LabeledPoint first = drawn().points().get(0);
        LabeledPoint second = drawn().points().get(1);
        assertEquals(0, first.label());
        assertEquals(1, second.label());
        assertTrue(first.x() < second.x());
        assertEquals(first.y(), second.y(), 0.01);

        robot.drag(at(0.25, 0.5), MouseButton.PRIMARY).moveTo(at(0.5, 0.8)).drop();
        assertEquals(2, drawn().size());
        LabeledPoint moved = drawn().points().get(0);
        assertEquals((first.x() + second.x()) / 2, moved.x(), 0.02);
        assertTrue(moved.y() > first.y());
        robot.interact(() -> lab.parts().undo().undo());
        assertEquals(first, drawn().points().get(0));

        robot.clickOn(at(0.75, 0.5), MouseButton.SECONDARY);
        assertEquals(1, drawn().size());
        assertEquals(first, drawn().points().get(0));
        press(robot, "#training-points-done");
        assertTrue(robot.lookup("#training-points").queryAll().stream().noneMatch(Node::isVisible));
    }

    @Test
    void keyboardAddsMovesAndRemovesPoints(FxRobot robot) throws TimeoutException {
        begin(robot);
        Node overlay = robot.lookup("#training-points").query();
        robot.interact(overlay::requestFocus);
        robot.type(KeyCode.RIGHT, KeyCode.ENTER);
        LabeledPoint first = drawn().points().get(0);
        robot.type(KeyCode.DIGIT1, KeyCode.RIGHT, KeyCode.ENTER);
        assertEquals(2, drawn().size());
        assertEquals(1, drawn().points().get(1).label());
        assertTrue(robot.lookup("#training-points-class-1")
                .queryAs(ToggleButton.class)
                .isSelected());
        robot.type(KeyCode.ENTER, KeyCode.TAB);
        String text = String.valueOf(overlay.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        assertTrue(text.startsWith("Point 1 of 2, class 0, at "), text);
        robot.type(KeyCode.UP, KeyCode.UP);
        assertEquals(first.x(), drawn().points().get(0).x());
        assertTrue(drawn().points().get(0).y() > first.y());
        robot.type(KeyCode.DELETE);
        assertEquals(1, drawn().size());
        robot.interact(() -> lab.parts().undo().undo());
        robot.interact(() -> lab.parts().undo().undo());
        robot.interact(() -> lab.parts().undo().undo());
        assertEquals(first, drawn().points().get(0));
        robot.type(KeyCode.ESCAPE);
        assertFalse(overlay.isVisible());
    }

    @Test
    void otherDataGiveWayToAnEmptyPlaneOnTheStage(FxRobot robot) throws TimeoutException {
        choose(robot, "#training-source", "iris");
        assertNull(experiment().data().points());
        waitUntil(() -> robot.lookup("#training-plane-first")
                .query()
                .getParent()
                .getParent()
                .isVisible());
        press(robot, "#training-draw-points");
        assertEquals(PointSet.EMPTY, drawn());
        waitUntil(() -> robot.lookup("#training-points-none").tryQuery().isPresent());
        Node plane = robot.lookup("#training-plane-first").query();
        assertFalse(plane.getParent().getParent().isVisible(), "what iris's plane shows is no longer said");
        assertTrue(lab.charts().stream().anyMatch(card -> "training-boundary".equals(card.getId())));
        robot.interact(() -> lab.parts().undo().undo());
        assertEquals("iris", experiment().data().source());
        assertTrue(robot.lookup("#training-points").queryAll().stream().noneMatch(Node::isVisible));
    }
}
