package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.disk.FileVersions;
import hyperlab.app.start.PreparingLabs;
import hyperlab.lab.LabName;
import hyperlab.ui.WindowTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@WindowTest
class PreparingLabsTest extends ShellFixture {
    /** More than a lab needs. */
    private static final int STEPS = 20;

    @TempDir
    private Path home;

    private TestWindow window;
    private PreparingLabs preparing;
    private boolean isBusy;
    private long now;

    @Start
    void open(Stage newStage) {
        window = openWindow(newStage, home);
        preparing = new PreparingLabs(() -> isBusy, wiring.navigation()::buildAhead, lab -> List.of());
        preparing.watch(stage);
        preparing.handle(now);
    }

    @Stop
    void close() {
        window.close();
    }

    private void pass(long nanos) {
        now += nanos;
        preparing.handle(now);
    }

    private void passQuietTime() {
        pass(PreparingLabs.QUIET_NANOS);
        for (int step = 0; step < STEPS; step++) {
            pass(1);
        }
    }

    private void prepareAll() {
        PreparingLabs all = wiring.preparing();
        for (int step = 0; step < STEPS; step++) {
            all.advance();
        }
        assertFalse(all.advance());
    }

    @Test
    void aLabIsBuiltBeforeItIsVisited(FxRobot robot) {
        robot.interact(() -> {
            pass(PreparingLabs.QUIET_NANOS - 1);
            assertNull(training);
            passQuietTime();
            FakeLab built = training;
            assertNotNull(built);
            wiring.showOpeningOfLabs();
            wiring.navigation().visit(LabName.TRAINING);
            assertSame(built, wiring.navigation().currentProperty().get());
            assertEquals(Optional.empty(), wiring.navigation().openingProperty().get());
            assertTrue(built.onStage.get());
        });
    }

    @Test
    void aKeyInterruptsThePreparation(FxRobot robot) {
        robot.interact(() -> {
            pass(PreparingLabs.QUIET_NANOS - 1);
            Event.fireEvent(
                    stage.getScene(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.SHIFT, false, false, false, false));
            passQuietTime();
            assertNull(training);
            passQuietTime();
            assertNotNull(training);
        });
    }

    @Test
    void nothingIsPreparedWhileTheWindowIsBusy(FxRobot robot) {
        robot.interact(() -> {
            isBusy = true;
            passQuietTime();
            assertNull(training);
            isBusy = false;
            passQuietTime();
            assertNotNull(training);
        });
    }

    @Test
    void aPlayingLabIsBusy(FxRobot robot) {
        robot.interact(() -> {
            assertFalse(wiring.navigation().isBusy());
            rate.parts().playback().playingProperty().set(true);
            assertTrue(wiring.navigation().isBusy());
        });
    }

    @Test
    void aLabThatIsNotVisitedIsNeitherOnStageNorInTheSession(FxRobot robot) {
        robot.interact(() -> {
            prepareAll();
            assertFalse(training.onStage.get());
            assertEquals(List.of(rate), wiring.navigation().created());
            assertEquals(Optional.empty(), wiring.navigation().created(LabName.TRAINING));
            assertNull(training.parts().stage().getScene());
            assertNull(training.parts().controls().getScene());
            wiring.autosave().saveNow();
            assertEquals(Map.of(), new SessionFile(home.resolve("session.json"), new FileVersions()).read());
            window.close();
            assertTrue(training.closed.get());
        });
    }

    @Test
    void thePartsAreStyledAndLaidOutWhereTheyWillBe(FxRobot robot) {
        robot.interact(() -> {
            Node focused = stage.getScene().getFocusOwner();
            prepareAll();
            assertSame(focused, stage.getScene().getFocusOwner());
            Bounds laidOut = training.parts().stage().getLayoutBounds();
            assertNotEquals(0, laidOut.getWidth());
            Node insight = Objects.requireNonNull(training.parts().insight());
            Bounds controls = training.parts().controls().getLayoutBounds();
            Bounds besides = insight.getLayoutBounds();
            wiring.navigation().visit(LabName.TRAINING);
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            assertEquals(laidOut, training.parts().stage().getLayoutBounds());
            assertEquals(controls, training.parts().controls().getLayoutBounds());
            assertEquals(besides, insight.getLayoutBounds());
        });
    }
}
