package hyperlab.app.ask;

import hyperlab.ui.Shortcut;
import hyperlab.ui.control.field.NumberField;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The keys while questions are asked: 1 to 6 choose, Enter commits and asks the next question, N asks another one, T
 * counts the hands of a class, Esc leaves.
 */
final class AskKeys {
    private static final List<KeyCode> DIGITS =
            List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6);
    private static final List<KeyCode> NUMBER_PAD = List.of(
            KeyCode.NUMPAD1, KeyCode.NUMPAD2, KeyCode.NUMPAD3, KeyCode.NUMPAD4, KeyCode.NUMPAD5, KeyCode.NUMPAD6);

    /** What would show the results. */
    private static final Set<Shortcut> REVEALING = EnumSet.of(
            Shortcut.PLAY,
            Shortcut.STEP_BACK,
            Shortcut.STEP_FORWARD,
            Shortcut.TO_START,
            Shortcut.TO_END,
            Shortcut.SLOW_MOTION,
            Shortcut.EXPORT,
            Shortcut.FIGURE,
            Shortcut.COPY_CHART);

    private final AskViewModel model;
    private final TextField number;
    private final Runnable next;
    private final Runnable end;

    AskKeys(AskViewModel model, TextField number, Runnable next, Runnable end) {
        this.model = model;
        this.number = number;
        this.next = next;
        this.end = end;
    }

    /** Handles a key before anything else does; returns whether the key is not for anyone else. */
    boolean handle(KeyEvent event, @Nullable Node focused) {
        if (focused instanceof TextInputControl && !NumberField.leavesToWindow(event, focused)) {
            return (focused.equals(number) && handleInNumber(event)) || (event.isShortcutDown() && isRevealing(event));
        }
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        return (plain && handlePlain(event)) || isRevealing(event);
    }

    private boolean handleInNumber(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            end.run();
            return true;
        }
        if (event.getCode() == KeyCode.ENTER) {
            model.commit();
            number.getScene().getRoot().requestFocus();
            return true;
        }
        return false;
    }

    private boolean handlePlain(KeyEvent event) {
        AskCardState state = model.state();
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            end.run();
            return true;
        }
        if (code == KeyCode.ENTER && state.canCommit()) {
            model.commit();
            return true;
        }
        if ((code == KeyCode.ENTER && state.committed()) || (code == KeyCode.N && state.asked() != null)) {
            next.run();
            return true;
        }
        if (code == KeyCode.T) {
            model.toggleClassMode();
            return true;
        }
        int digit = Math.max(DIGITS.indexOf(code), NUMBER_PAD.indexOf(code));
        if (digit >= 0 && digit < model.optionCount()) {
            model.choose(digit);
            model.countHands(digit, event.isShiftDown() ? -1 : 1);
            return true;
        }
        if (model.asksForNumber() && (code.isDigitKey() || code == KeyCode.MINUS || code == KeyCode.PERIOD)) {
            number.requestFocus();
            number.end();
        }
        return false;
    }

    /** Whether the key belongs to an action that would show the results. */
    private boolean isRevealing(KeyEvent event) {
        return model.state().hidesResults()
                && Arrays.stream(Shortcut.values())
                        .anyMatch(shortcut -> shortcut.matches(event) && REVEALING.contains(shortcut));
    }
}
