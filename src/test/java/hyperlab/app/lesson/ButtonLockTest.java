package hyperlab.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.ui.WindowTest;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class ButtonLockTest {
    private final SimpleBooleanProperty busy = new SimpleBooleanProperty();
    private final ButtonLock lock = new ButtonLock();
    private Button plain;
    private Button bound;

    @Start
    void show(Stage stage) {
        plain = new Button("plain");
        bound = new Button("bound");
        bound.disableProperty().bind(busy);
        stage.setScene(new Scene(new HBox(plain, bound)));
        stage.show();
    }

    private static boolean looksDisabled(Button button) {
        return button.getPseudoClassStates().contains(PseudoClass.getPseudoClass("disabled"));
    }

    @Test
    void locksAndReleasesButtonsAndKeepsTheirBindings(FxRobot robot) {
        robot.interact(() -> lock.lock(Set.of(plain, bound)));
        assertTrue(plain.isDisabled());
        assertTrue(looksDisabled(bound));
        assertFalse(bound.isFocusTraversable());
        robot.interact(lock::release);
        for (Button button : new Button[] {plain, bound}) {
            assertFalse(button.isDisabled() || looksDisabled(button));
            assertTrue(button.isFocusTraversable());
        }
        robot.interact(() -> busy.set(true));
        assertTrue(bound.isDisabled());
    }

    @Test
    void aButtonThatTheLabEnablesIsLockedAgain(FxRobot robot) {
        robot.interact(() -> {
            busy.set(true);
            lock.lock(Set.of(plain, bound));
            busy.set(false);
        });
        assertFalse(looksDisabled(bound));
        robot.interact(() -> lock.lock(Set.of(plain, bound)));
        assertTrue(looksDisabled(bound));
        robot.interact(lock::release);
        assertEquals(Set.of(false), Set.of(plain.isDisabled() || looksDisabled(bound)));
    }
}
