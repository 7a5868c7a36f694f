package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.lab.LabName;
import hyperlab.ui.WindowTest;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The page keys, which the remote control of a presenter sends. */
@WindowTest
class PageKeysInWindowTest {
    @TempDir
    private Path folder;

    private Stage stage;
    private PresentedWindow window;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        window = new PresentedWindow(stage, folder, null);
    }

    @Stop
    void close() {
        window.close();
    }

    private void press(FxRobot robot, KeyCode... codes) {
        robot.interact(() -> window.press(codes));
    }

    private String page() {
        return ((Labeled) window.node("presented-page")).getText();
    }

    private static String place(int page, int count) {
        return "화면 " + page + " / " + count;
    }

    /** The number of pages, while the first one is shown. */
    private int countPages() {
        String text = page();
        assertTrue(text.startsWith("화면 1 / "), text);
        int count = Integer.parseInt(text.substring(text.indexOf('/') + 2));
        assertTrue(count > 1, text);
        return count;
    }

    /** Goes through all pages and back, and presses once more at both ends. */
    private void assertEveryPageIsShownOnce(FxRobot robot) {
        int count = countPages();
        for (int k = 2; k <= count + 1; k++) {
            press(robot, KeyCode.PAGE_DOWN);
            assertEquals(place(Math.min(k, count), count), page());
        }
        for (int k = count - 1; k >= 0; k--) {
            press(robot, KeyCode.PAGE_UP);
            assertEquals(place(Math.max(k, 1), count), page());
        }
    }

    @Test
    void oneScreenForEachPressAndAStopAtBothEnds(FxRobot robot) throws Exception {
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT9);
        PresentedWindow.waitUntil(() -> window.node("presented-page").isVisible());
        assertEveryPageIsShownOnce(robot);
        robot.interact(() -> window.node("learn-stage").lookup(".button").requestFocus());
        assertEveryPageIsShownOnce(robot);
        press(robot, KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        PresentedWindow.waitUntil(() -> window.node("learn-plans-title") != null && page().startsWith("화면 1 / "));
        assertEveryPageIsShownOnce(robot);
        press(robot, KeyCode.PAGE_DOWN);
        Node focused = stage.getScene().getFocusOwner();
        Bounds bounds = focused.localToScene(focused.getLayoutBounds());
        assertTrue(bounds.getMinY() > 0 && bounds.getMaxY() < stage.getScene().getHeight(), "focus at " + bounds);
        robot.interact(() -> show(LabName.BATCH_SIZE));
        assertEveryPageIsShownOnce(robot);
    }

    private void show(LabName name) {
        window.wiring().navigation().show(name);
    }

    @Test
    void scenesFollowTheLastScreenOfALab(FxRobot robot) throws Exception {
        robot.interact(() -> show(LabName.BATCH_SIZE));
        int count = countPages();
        press(robot, KeyCode.CONTROL, KeyCode.M);
        robot.interact(() -> {
            show(LabName.CONVOLUTION);
            show(LabName.BATCH_SIZE);
        });
        press(robot, KeyCode.PERIOD);
        Document second = window.wiring().lessons().currentLab().document();
        press(robot, KeyCode.CONTROL, KeyCode.M);
        press(robot, KeyCode.OPEN_BRACKET);
        Document first = window.wiring().lessons().currentLab().document();
        assertNotEquals(first, second);
        assertEquals("1 / 2", scene());
        for (int k = 1; k < count; k++) {
            press(robot, KeyCode.PAGE_DOWN);
            assertEquals("1 / 2", scene());
        }
        press(robot, KeyCode.PAGE_DOWN);
        assertEquals("2 / 2", scene());
        assertEquals(place(1, count), page());
        press(robot, KeyCode.PAGE_UP);
        assertEquals("1 / 2", scene());
        assertEquals(place(count, count), page());
        press(robot, KeyCode.CLOSE_BRACKET);
        assertEquals("2 / 2", scene());
        assertEquals(second, window.wiring().lessons().currentLab().document());
        for (int k = 1; k < count; k++) {
            press(robot, KeyCode.PAGE_DOWN);
        }
        press(robot, KeyCode.PAGE_DOWN);
        assertEquals("2 / 2", scene());
        assertEquals(place(count, count), page());
        PresentedWindow.waitUntil(() -> ShownNotices.all(stage.getScene()).contains("마지막 장면이에요."));
    }

    private String scene() {
        return ((Labeled) window.node("presented-scene")).getText();
    }
}
