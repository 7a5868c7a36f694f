package hyperlab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.Start;

/** What the other tests of the window rely on. */
@WindowTest
class StageExtensionTest {
    private Button button;
    private VBox box;
    private int count;

    @Start
    void show(Stage stage) {
        button = new Button("Count");
        button.setId("count");
        button.setOnAction(event -> count++);
        box = new VBox(button);
        stage.setScene(new Scene(box, 300, 400));
        stage.show();
    }

    /** Each of these regions gets its height after the layout in which the one before it got its own. */
    private List<Region> growing(int number) {
        List<Region> regions = new ArrayList<>();
        for (int k = 0; k < number; k++) {
            regions.add(new Region());
        }
        for (int k = 1; k < number; k++) {
            Region next = regions.get(k);
            regions.get(k - 1)
                    .heightProperty()
                    .addListener((observed, before, height) -> Platform.runLater(() -> next.setMinHeight(50)));
        }
        return regions;
    }

    @Test
    void clickHitsWhatSeveralLayoutsHaveMoved(FxRobot robot) {
        List<Region> regions = growing(4);
        robot.interact(() -> {
            box.getChildren().addAll(0, regions);
            regions.get(0).setMinHeight(50);
        });
        assertEquals(200, button.getLayoutY());
        assertFalse(box.isNeedsLayout());
        robot.clickOn("#count");
        assertEquals(1, count);
    }

    /** TestFX keeps the events of a stage that is registered with it until the process ends. */
    @Test
    void keepsNoEvents(FxRobot robot) {
        robot.clickOn("#count");
        assertEquals(1, count);
        assertEquals(List.of(), FxToolkit.toolkitContext().getFiredEvents());
    }

    @Test
    void robotCannotWaitOnTheFxThread(FxRobot robot) {
        robot.interact(() -> assertThrows(IllegalStateException.class, StageExtension::waitForPulse));
    }

    @Test
    void exceptionOfAnEventHandlerIsNotLost(FxRobot robot) {
        robot.interact(() -> button.setOnAction(event -> {
            throw new IllegalArgumentException("in the handler");
        }));
        robot.clickOn("#count");
        RuntimeException thrown = assertThrows(RuntimeException.class, () -> robot.interact(() -> {}));
        assertEquals("in the handler", rootMessage(thrown));
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}
