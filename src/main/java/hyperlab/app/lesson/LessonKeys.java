package hyperlab.app.lesson;

import hyperlab.lesson.Question;
import hyperlab.lesson.Step;
import hyperlab.ui.Shortcut;
import hyperlab.ui.control.field.ListField;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.Validated;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a lesson: 1 to 6 choose, Enter commits and goes on, Backspace goes back, H shows a hint, the arrow keys
 * sketch and order, the comma and the period change the first free control, T counts the hands of a class, Page Up and
 * Page Down turn the steps, F enlarges the chart that the step is about, Esc asks whether to leave. If a goal is not
 * reached, S shows a solution. In the field of a freed control, Enter first takes over what was typed.
 */
final class LessonKeys {
    private static final List<KeyCode> DIGITS =
            List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6);
    private static final List<KeyCode> NUMBER_PAD = List.of(
            KeyCode.NUMPAD1, KeyCode.NUMPAD2, KeyCode.NUMPAD3, KeyCode.NUMPAD4, KeyCode.NUMPAD5, KeyCode.NUMPAD6);

    /** Keys that are locked without a notice: they are pressed often, and the playback bar shows that it is locked. */
    private static final Set<Shortcut> PLAYBACK = EnumSet.of(
            Shortcut.PLAY,
            Shortcut.STEP_BACK,
            Shortcut.STEP_FORWARD,
            Shortcut.TO_START,
            Shortcut.TO_END,
            Shortcut.SLOWER,
            Shortcut.FASTER,
            Shortcut.RESET);

    /** What answers a question of the lesson even while a field has the focus. */
    private static final Set<KeyCode> DIALOG =
            EnumSet.of(KeyCode.ENTER, KeyCode.ESCAPE, KeyCode.PAGE_DOWN, KeyCode.S, KeyCode.H);

    private static final double STEP = 0.05;
    private static final double SMALL_STEP = 0.01;

    private final LessonPlayerViewModel player;
    private final LessonPanel panel;
    private final LessonStrip strip;
    private final Runnable leave;
    private final Consumer<Shortcut> locked;
    private final Runnable noHint;
    private final Runnable enlarge;

    /**
     * @param leave asks whether to leave the lesson, and does so
     * @param locked says that a shortcut does not work during a lesson
     * @param noHint says that a step has no hint
     * @param enlarge shows a chart on the whole stage
     */
    LessonKeys(
            LessonPlayerViewModel player,
            LessonPanel panel,
            LessonStrip strip,
            Runnable leave,
            Consumer<Shortcut> locked,
            Runnable noHint,
            Runnable enlarge) {
        this.player = player;
        this.panel = panel;
        this.strip = strip;
        this.leave = leave;
        this.locked = locked;
        this.noHint = noHint;
        this.enlarge = enlarge;
    }

    /** Handles a key before anything else does; returns whether the key is not for anyone else. */
    boolean handle(KeyEvent event, @Nullable Node focused) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        if (focused instanceof TextInputControl) {
            return (plain && player.state().dialog() != LessonDialog.NONE && DIALOG.contains(event.getCode()))
                    ? handleDialog(event.getCode())
                    : handleInText(event, focused);
        }
        if (plain
                && player.state().dialog() != LessonDialog.NONE
                && !event.getCode().isFunctionKey()) {
            return handleDialog(event.getCode());
        }
        return (plain && handlePlain(event)) || (!panel.question().isNumberFocused() && rejectLocked(event));
    }

    private boolean handleInText(KeyEvent event, Node focused) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            focused.getScene().getRoot().requestFocus();
            return true;
        }
        String id = focused.getId() == null ? "" : focused.getId();
        if (code == KeyCode.ENTER && isNumber(id)) {
            if (player.state().isAsking()) {
                panel.commit();
            }
            return true;
        }
        if (isNumber(id) && isCommand(event)) {
            if (!handlePlain(event)) {
                rejectLocked(event);
            }
            return true;
        }
        if (focused instanceof Validated field && !player.state().free().isEmpty()) {
            if (code == KeyCode.ENTER) {
                enter(field, focused);
                return true;
            }
            if ((code == KeyCode.COMMA || code == KeyCode.PERIOD)
                    && focused instanceof ListField list
                    && list.isSteppable()
                    && !field.isBeingEdited()) {
                ignoreNextCharacter(focused);
                return handlePlain(event);
            }
            if ((code == KeyCode.H || code == KeyCode.S)
                    && !event.isShortcutDown()
                    && (focused instanceof NumberField || !field.isBeingEdited())) {
                ignoreNextCharacter(focused);
                return handlePlain(event);
            }
        }
        if (code == KeyCode.PAGE_DOWN
                || code == KeyCode.PAGE_UP
                || (code == KeyCode.TAB && focused instanceof TextArea)) {
            focused.getScene().getRoot().requestFocus();
            return code == KeyCode.TAB || handlePlain(event);
        }
        return event.isShortcutDown() && Shortcut.labIndex(event) < 0 && !isEditing(code);
    }

    /** Keeps the character of a key that the lesson has used out of the field. */
    private static void ignoreNextCharacter(Node field) {
        field.addEventFilter(KeyEvent.ANY, new EventHandler<>() {
            @Override
            public void handle(KeyEvent event) {
                if (event.getEventType() == KeyEvent.KEY_TYPED) {
                    event.consume();
                }
                // If the focus has moved, the character went elsewhere, and the next key is a new one.
                if (event.getEventType() != KeyEvent.KEY_RELEASED) {
                    field.removeEventFilter(KeyEvent.ANY, this);
                }
            }
        });
    }

    private static boolean isNumber(String id) {
        return id.equals("lesson-number") || id.startsWith("lesson-hands-");
    }

    /** Whether a key in the field of a number is a letter that no number contains, such as H; 1e3 contains an E. */
    private static boolean isCommand(KeyEvent event) {
        return event.getCode().isLetterKey()
                && event.getCode() != KeyCode.E
                && !event.isShortcutDown()
                && !event.isAltDown();
    }

    /** Takes over what was typed into the field of a freed control; if nothing was, the lesson goes on. */
    private void enter(Validated field, Node focused) {
        if (!field.isBeingEdited()) {
            panel.primary();
            return;
        }
        // A field commits when it loses the focus.
        focused.getScene().getRoot().requestFocus();
        focused.requestFocus();
        if (!field.isBeingEdited()) {
            player.poll();
        }
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

    /** Answers what is asked. A key that moves a control goes on with the step. */
    private boolean handleDialog(KeyCode code) {
        boolean missed = player.state().dialog() == LessonDialog.GOAL_MISSED;
        switch (code) {
            case ENTER -> panel.primary();
            case ESCAPE -> player.stay();
            case PAGE_DOWN -> {
                if (missed) {
                    player.skip();
                }
            }
            case S -> {
                if (missed) {
                    player.showSolution();
                }
            }
            case H -> {
                player.stay();
                hint();
            }
            default -> {
                if (missed) {
                    player.stay();
                }
                return !missed && code != KeyCode.TAB;
            }
        }
        return true;
    }

    private boolean handlePlain(KeyEvent event) {
        LessonState state = player.state();
        switch (event.getCode()) {
            case ESCAPE -> leave.run();
            case ENTER -> panel.primary();
            case BACK_SPACE, PAGE_UP -> player.back();
            case PAGE_DOWN -> player.skip();
            case H -> hint();
            case T -> player.toggleClassMode();
            case F -> enlarge.run();
            case COMMA, PERIOD -> {
                int by = event.getCode() == KeyCode.COMMA ? -1 : 1;
                return (!state.free().isEmpty() && strip.step(by, event.isShiftDown())) || handleAnswer(event, state);
            }
            case S -> {
                if (state.isFinished()) {
                    panel.save();
                } else {
                    player.askForSolution();
                }
            }
            default -> {
                return handleAnswer(event, state);
            }
        }
        return true;
    }

    private void hint() {
        if (player.hintCount() == 0) {
            noHint.run();
        } else {
            player.hint();
        }
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
            panel.question().focusNumber();
            return false;
        }
        int arrow = arrow(code);
        if (question instanceof Question.Order) {
            if (digit >= 0) {
                panel.question().selectItem(digit);
            } else if (arrow != 0) {
                panel.question().moveSelected(arrow);
            }
            return digit >= 0 || arrow != 0;
        }
        return question instanceof Question.Sketch && handleSketch(event, arrow);
    }

    private static int arrow(KeyCode code) {
        return code == KeyCode.UP || code == KeyCode.KP_UP
                ? -1
                : code == KeyCode.DOWN || code == KeyCode.KP_DOWN ? 1 : 0;
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

    /** Whether the key belongs to an action that a lesson locks. If it is not one of the playback keys, says so. */
    private boolean rejectLocked(KeyEvent event) {
        Optional<Shortcut> rejected = Arrays.stream(Shortcut.values())
                .filter(shortcut -> shortcut.matches(event))
                .filter(shortcut -> !isFree(shortcut))
                .findFirst();
        rejected.filter(shortcut -> !PLAYBACK.contains(shortcut)).ifPresent(locked);
        return rejected.isPresent();
    }

    private boolean isFree(Shortcut shortcut) {
        LessonState state = player.state();
        return switch (shortcut) {
            case HELP, PRESENT, FULL_SCREEN, THEME, LANGUAGE, PALETTE -> true;
            case PLAY, STEP_BACK, STEP_FORWARD, TO_START, TO_END, SLOWER, FASTER, RESET -> state.isPlaybackFree();
            case UNDO, REDO -> !state.free().isEmpty();
            case EXPORT, FIGURE, COPY_CHART -> !state.isAsking() && !state.isFinished();
            case SLOW_MOTION, ASK, REMEDY, OPEN, RECENT, SAVE, SAVE_AS, PASTE -> false;
            case SCENE_ADD, SCENES, INSIGHT, CONTROLS, SETTINGS -> false;
        };
    }
}
