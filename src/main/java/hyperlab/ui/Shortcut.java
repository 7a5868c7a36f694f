package hyperlab.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;

/** All keyboard shortcuts. The help sheet groups them by purpose and keeps their order. */
public enum Shortcut {
    PLAY(Purpose.PLAYBACK, "shell.play", KeyCode.SPACE),
    STEP_BACK(Purpose.PLAYBACK, "shell.stepBack", KeyCode.LEFT),
    STEP_FORWARD(Purpose.PLAYBACK, "shell.stepForward", KeyCode.RIGHT),
    TO_START(Purpose.PLAYBACK, "shell.toStart", KeyCode.HOME),
    TO_END(Purpose.PLAYBACK, "shell.toEnd", KeyCode.END),
    SLOWER(Purpose.PLAYBACK, "shell.slower", KeyCode.MINUS),
    FASTER(Purpose.PLAYBACK, "shell.faster", KeyCode.EQUALS),
    RESET(Purpose.PLAYBACK, "shell.reset", KeyCode.R),
    SLOW_MOTION(Purpose.PLAYBACK, "shell.slowMotion", KeyCode.M),
    UNDO(Purpose.CHANGES, "shell.undo", KeyCode.Z, KeyCombination.SHORTCUT_DOWN),
    REDO(Purpose.CHANGES, "shell.redo", KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    OPEN(Purpose.FILES, "shell.open", KeyCode.O, KeyCombination.SHORTCUT_DOWN),
    RECENT(Purpose.FILES, "shell.recent", KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    SAVE(Purpose.FILES, "shell.save", KeyCode.S, KeyCombination.SHORTCUT_DOWN),
    SAVE_AS(Purpose.FILES, "shell.saveAs", KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    EXPORT(Purpose.FILES, "shell.export", KeyCode.E, KeyCombination.SHORTCUT_DOWN),
    FIGURE(Purpose.FILES, "shell.figure.menu", KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    PASTE(Purpose.CHANGES, "shell.paste", KeyCode.V, KeyCombination.SHORTCUT_DOWN),
    COPY_CHART(Purpose.FILES, "shell.copyChart", KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    ASK(Purpose.QUESTIONS, "shell.ask", KeyCode.Q),
    PALETTE(Purpose.WINDOW, "shell.palette", KeyCode.K, KeyCombination.SHORTCUT_DOWN),
    SCENE_ADD(Purpose.PRESENTATION, "present.scene.add", KeyCode.M, KeyCombination.SHORTCUT_DOWN),
    SCENES(Purpose.PRESENTATION, "present.scenes", KeyCode.M, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    HELP(Purpose.WINDOW, "shell.help", KeyCode.F1),
    PRESENT(Purpose.PRESENTATION, "shell.present", KeyCode.F5),
    FULL_SCREEN(Purpose.PRESENTATION, "shell.fullScreen", KeyCode.F11),
    THEME(Purpose.WINDOW, "shell.theme", KeyCode.F6),
    INSIGHT(Purpose.WINDOW, "shell.insight", KeyCode.F7),
    REMEDY(Purpose.CHANGES, "shell.remedy", KeyCode.F8),
    CONTROLS(Purpose.WINDOW, "shell.controls", KeyCode.F9),
    LANGUAGE(Purpose.WINDOW, "shell.language", KeyCode.L, KeyCombination.SHORTCUT_DOWN),
    SETTINGS(Purpose.WINDOW, "shell.settings", KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN);

    private static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9);
    private static final boolean MAC =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");

    /** What keys are for: the groups of the help sheet, in its order. */
    public enum Purpose {
        PLAYBACK("shell.keys.playback"),
        CHANGES("shell.keys.changes"),
        CHARTS("shell.keys.charts"),
        LABS("shell.keys.labs"),
        FILES("shell.keys.files"),
        WINDOW("shell.keys.window"),
        PRESENTATION("shell.keys.presentation"),
        QUESTIONS("shell.keys.questions"),
        PAGES("shell.keys.pages"),
        LESSONS("shell.keys.lessons");

        private final String nameKey;

        Purpose(String nameKey) {
            this.nameKey = nameKey;
        }

        /** Message key of the heading. */
        public String nameKey() {
            return nameKey;
        }
    }

    private final Purpose purpose;
    private final String nameKey;

    @SuppressWarnings("ImmutableEnumChecker") // KeyCodeCombination is immutable but not annotated as such
    private final KeyCodeCombination combination;

    Shortcut(Purpose purpose, String nameKey, KeyCode code, Modifier... modifiers) {
        this.purpose = purpose;
        this.nameKey = nameKey;
        combination = new KeyCodeCombination(code, modifiers);
    }

    /** The group of the help sheet that lists it. */
    public Purpose purpose() {
        return purpose;
    }

    /** Message key of the action's name. */
    public String nameKey() {
        return nameKey;
    }

    /** Whether the event is this shortcut, including the numeric keypad and other common alternatives. */
    public boolean matches(KeyEvent event) {
        if (combination.match(event)) {
            return true;
        }
        KeyCode code = event.getCode();
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        return switch (this) {
            case FASTER -> plain && (code == KeyCode.PLUS || code == KeyCode.ADD || code == KeyCode.EQUALS);
            case SLOWER -> plain && code == KeyCode.SUBTRACT;
            case STEP_BACK -> plain && code == KeyCode.KP_LEFT;
            case STEP_FORWARD -> plain && code == KeyCode.KP_RIGHT;
            case REDO -> event.isShortcutDown() && !event.isShiftDown() && code == KeyCode.Y;
            default -> false;
        };
    }

    /** The keys in readable form, such as Ctrl+Z. */
    public String keys() {
        return switch (this) {
            case PLAY -> "Space";
            case STEP_BACK -> "←";
            case STEP_FORWARD -> "→";
            case TO_START -> "Home";
            case TO_END -> "End";
            case SLOWER -> "−";
            case FASTER -> "+";
            case SETTINGS -> prefix() + ",";
            default -> prefix() + combination.getCode().getName();
        };
    }

    /** The action's name and its keys, for tooltips. */
    public ObservableStringValue tooltip(Messages messages) {
        return messages.compute(() -> withKeys(messages, messages.get(nameKey)));
    }

    /** {@code name} followed by the keys. */
    public String withKeys(Messages messages, String name) {
        return messages.get("shell.withKeys", name, keys());
    }

    /** The position of the lab, counted from 0, that Ctrl+1 … Ctrl+9 selects, or −1 for other keys. */
    public static int labIndex(KeyEvent event) {
        return event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown()
                ? DIGITS.indexOf(event.getCode())
                : -1;
    }

    /** The keys that select a lab by its position, counted from 0. */
    public static String labKeys(int place) {
        return (MAC ? "⌘" : "Ctrl+") + (place + 1);
    }

    /**
     * The keys of a group of the help sheet that are not shortcuts of the whole window, such as those of a focused
     * chart, a question, or a lesson: message keys with the keys' names, in the order of the sheet.
     */
    public static Map<String, String> otherKeys(Purpose purpose) {
        String shortcut = MAC ? "⌘" : "Ctrl+";
        String shift = MAC ? "⇧" : "Shift";
        Map<String, String> keys = new LinkedHashMap<>();
        switch (purpose) {
            case PLAYBACK, CHANGES, LABS, FILES, WINDOW -> {}
            case CHARTS -> {
                keys.put("shell.escape", "Esc");
                keys.put("shell.stage.topics", shortcut + "PgUp PgDn");
                keys.put("shell.stage.scroll", "PgUp PgDn");
                keys.put("shell.view.enlarge", "F Esc");
                keys.put("shell.view.zoom", (MAC ? "⌘" : "Ctrl") + " + −");
                keys.put("shell.view.pan", shift + " ← ↑ → ↓");
                keys.put("shell.view.home", shortcut + "0");
            }
            case PRESENTATION -> {
                keys.put("present.keys.main", ", .");
                keys.put("present.keys.second", "; '");
                keys.put("present.keys.large", shift + " , . ; '");
                keys.put("present.page", "V");
                keys.put("present.keys.scene", "[ ]");
                keys.put("present.keys.walk", "PgUp PgDn");
            }
            case QUESTIONS -> {
                keys.put("shell.ask.answer", "1 … 6");
                keys.put("shell.ask.commit", "Enter");
                keys.put("shell.ask.next", "N");
            }
            case PAGES -> {
                keys.put("shell.pages.turn", "← →");
                keys.put("shell.pages.choose", "↑ ↓ Enter");
                keys.put("shell.pages.scroll", "Space PgUp PgDn");
                keys.put("shell.pages.lessons", shortcut + "PgDn");
                keys.put("shell.pages.back", shortcut + "PgUp");
                keys.put("shell.pages.find", shortcut + "F");
            }
            case LESSONS -> {
                keys.put("player.keys.answer", "1 … 6 ← ↑ → ↓");
                keys.put("player.keys.go", "Enter");
                keys.put("player.keys.back", "⌫");
                keys.put("player.keys.turn", "PgUp PgDn");
                keys.put("player.keys.hint", "H");
                keys.put("player.keys.class", "T");
                keys.put("player.keys.enlarge", "F Esc");
            }
        }
        return keys;
    }

    /** What the mouse does on a zoomable chart: message keys of the actions with those of the gestures. */
    public static Map<String, String> chartGestures() {
        Map<String, String> gestures = new LinkedHashMap<>();
        gestures.put("shell.gesture.zoom", "shell.gesture.zoom.how");
        gestures.put("shell.gesture.box", "shell.gesture.box.how");
        gestures.put("shell.gesture.pan", "shell.gesture.pan.how");
        gestures.put("shell.gesture.reset", "shell.gesture.reset.how");
        return gestures;
    }

    private String prefix() {
        String shortcut = combination.getShortcut() == KeyCombination.ModifierValue.DOWN ? (MAC ? "⌘" : "Ctrl+") : "";
        String shift = combination.getShift() == KeyCombination.ModifierValue.DOWN ? (MAC ? "⇧" : "Shift+") : "";
        return shortcut + shift;
    }
}
