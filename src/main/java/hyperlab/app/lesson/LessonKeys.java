package hyperlab.app.lesson;

import hyperlab.lesson.Question;
import hyperlab.lesson.Step;
import hyperlab.ui.Shortcut;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a lesson: 1 to 6 choose, Enter commits and goes on, Backspace goes back, H shows a hint, the arrow keys
 * sketch and order, T counts the hands of a class, Page Up and Page Down turn the steps, Esc ends the lesson.
 */
final class LessonKeys {
    private static final List<KeyCode> DIGITS =
            List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6);
    private static final List<KeyCode> NUMBER_PAD = List.of(
            KeyCode.NUMPAD1, KeyCode.NUMPAD2, KeyCode.NUMPAD3, KeyCode.NUMPAD4, KeyCode.NUMPAD5, KeyCode.NUMPAD6);

    /** What works as always. */
    private static final Set<Shortcut> ALWAYS =
            EnumSet.of(Shortcut.HELP, Shortcut.PRESENT, Shortcut.THEME, Shortcut.LANGUAGE);

    private static final Set<Shortcut> PLAYBACK = EnumSet.of(
            Shortcut.PLAY,
            Shortcut.STEP_BACK,
            Shortcut.STEP_FORWARD,
            Shortcut.TO_START,
            Shortcut.TO_END,
            Shortcut.SLOWER,
            Shortcut.FASTER,
            Shortcut.RESET);

    private static final double STEP = 0.05;
    private static final double SMALL_STEP = 0.01;

    private final LessonPlayerViewModel player;
    private final LessonPanel panel;
    private final Runnable end;

    LessonKeys(LessonPlayerViewModel player, LessonPanel panel, Runnable end) {
        this.player = player;
        this.panel = panel;
        this.end = end;
    }

    /** Handles a key before anything else does; returns whether the key is not for anyone else. */
    boolean handle(KeyEvent event, @Nullable Node focused) {
        if (focused instanceof TextInputControl) {
            return handleInText(event, focused);
        }
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        return (plain && handlePlain(event)) || (isLocked(event) && !panel.isNumberFocused());
    }

    private boolean handleInText(KeyEvent event, Node focused) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            focused.getScene().getRoot().requestFocus();
            return true;
        }
        if (code == KeyCode.ENTER && "lesson-number".equals(focused.getId())) {
            player.commit();
            return true;
        }
        if (code == KeyCode.PAGE_DOWN
                || code == KeyCode.PAGE_UP
                || (code == KeyCode.TAB && focused instanceof TextArea)) {
            focused.getScene().getRoot().requestFocus();
            return code == KeyCode.TAB || handlePlain(event);
        }
        return event.isShortcutDown() && Shortcut.labIndex(event) < 0 && !isEditing(code);
    }

    private static boolean isEditing(KeyCode code) {
        return Set.of(
                        KeyCode.A,
                        KeyCode.C,
                        KeyCode.V,
                        KeyCode.X,
                        KeyCode.Z,
                        KeyCode.Y,
                        KeyCode.L,
                        KeyCode.LEFT,
                        KeyCode.RIGHT)
                .contains(code);
    }

    private boolean handlePlain(KeyEvent event) {
        LessonState state = player.state();
        switch (event.getCode()) {
            case ESCAPE -> end.run();
            case ENTER -> {
                if (state.isFinished()) {
                    end.run();
                } else if (state.isAsking()) {
                    player.commit();
                } else {
                    player.next();
                }
            }
            case BACK_SPACE, PAGE_UP -> player.back();
            case PAGE_DOWN -> player.skip();
            case H -> player.hint();
            case T -> player.toggleClassMode();
            case S -> panel.save();
            default -> {
                return handleAnswer(event, state);
            }
        }
        return true;
    }

    private boolean handleAnswer(KeyEvent event, LessonState state) {
        if (!state.isAsking() || !(state.step() instanceof Step.Predict predict)) {
            return false;
        }
        KeyCode code = event.getCode();
        int digit = Math.max(DIGITS.indexOf(code), NUMBER_PAD.indexOf(code));
        Question question = predict.question();
        if (question instanceof Question.Choice && digit >= 0) {
            if (state.classMode()) {
                player.countHands(digit, event.isShiftDown() ? -1 : 1);
            } else {
                player.choose(digit);
            }
            return true;
        }
        if (question instanceof Question.Numeric
                && (digit >= 0 || code.isDigitKey() || code == KeyCode.MINUS || code == KeyCode.PERIOD)) {
            panel.focusNumber();
            return false;
        }
        int arrow = LessonPanel.arrow(code);
        if (question instanceof Question.Order) {
            if (digit >= 0) {
                panel.selectItem(digit);
            } else if (arrow != 0) {
                panel.moveSelected(arrow);
            }
            return digit >= 0 || arrow != 0;
        }
        return question instanceof Question.Sketch && handleSketch(event, arrow);
    }

    private boolean handleSketch(KeyEvent event, int arrow) {
        KeyCode code = event.getCode();
        if (arrow != 0) {
            double step = event.isShiftDown() ? SMALL_STEP : STEP;
            player.sketch(draft -> draft.raised(-arrow * step));
            return true;
        }
        boolean left = code == KeyCode.LEFT || code == KeyCode.KP_LEFT;
        boolean right = code == KeyCode.RIGHT || code == KeyCode.KP_RIGHT;
        if (left || right) {
            player.sketch(draft -> draft.moved(right ? 1 : -1));
            return true;
        }
        if (code == KeyCode.DELETE) {
            player.sketch(draft -> SketchDraft.empty());
            return true;
        }
        return false;
    }

    /** Whether the key belongs to an action that a lesson locks. */
    private boolean isLocked(KeyEvent event) {
        return Arrays.stream(Shortcut.values())
                .filter(shortcut -> shortcut.matches(event))
                .anyMatch(shortcut -> !isFree(shortcut));
    }

    private boolean isFree(Shortcut shortcut) {
        LessonState state = player.state();
        if (ALWAYS.contains(shortcut)) {
            return true;
        }
        if (PLAYBACK.contains(shortcut)) {
            return state.isPlaybackFree();
        }
        boolean reaching = !state.free().isEmpty();
        return switch (shortcut) {
            case UNDO, REDO -> reaching;
            case EXPORT, COPY_CHART -> !state.isAsking() && !state.isFinished();
            default -> false;
        };
    }
}
