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

/** All keyboard shortcuts, in the order in which the help sheet lists them. */
public enum Shortcut {
    PLAY("shell.play", KeyCode.SPACE),
    STEP_BACK("shell.stepBack", KeyCode.LEFT),
    STEP_FORWARD("shell.stepForward", KeyCode.RIGHT),
    TO_START("shell.toStart", KeyCode.HOME),
    TO_END("shell.toEnd", KeyCode.END),
    SLOWER("shell.slower", KeyCode.MINUS),
    FASTER("shell.faster", KeyCode.EQUALS),
    RESET("shell.reset", KeyCode.R),
    UNDO("shell.undo", KeyCode.Z, KeyCombination.SHORTCUT_DOWN),
    REDO("shell.redo", KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    OPEN("shell.open", KeyCode.O, KeyCombination.SHORTCUT_DOWN),
    RECENT("shell.recent", KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    SAVE("shell.save", KeyCode.S, KeyCombination.SHORTCUT_DOWN),
    SAVE_AS("shell.saveAs", KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    EXPORT("shell.export", KeyCode.E, KeyCombination.SHORTCUT_DOWN),
    FIGURE("shell.figure.menu", KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    PASTE("shell.paste", KeyCode.V, KeyCombination.SHORTCUT_DOWN),
    COPY_CHART("shell.copyChart", KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    ASK("shell.ask", KeyCode.Q),
    PALETTE("shell.palette", KeyCode.K, KeyCombination.SHORTCUT_DOWN),
    SCENE_ADD("present.scene.add", KeyCode.M, KeyCombination.SHORTCUT_DOWN),
    SCENES("present.scenes", KeyCode.M, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    HELP("shell.help", KeyCode.F1),
    PRESENT("shell.present", KeyCode.F5),
    THEME("shell.theme", KeyCode.F6),
    INSIGHT("shell.insight", KeyCode.F7),
    REMEDY("shell.remedy", KeyCode.F8),
    CONTROLS("shell.controls", KeyCode.F9),
    LANGUAGE("shell.language", KeyCode.L, KeyCombination.SHORTCUT_DOWN),
    SETTINGS("shell.settings", KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN);

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

    private final String nameKey;

    @SuppressWarnings("ImmutableEnumChecker") // KeyCodeCombination is immutable but not annotated as such
    private final KeyCodeCombination combination;

    Shortcut(String nameKey, KeyCode code, Modifier... modifiers) {
        this.nameKey = nameKey;
        combination = new KeyCodeCombination(code, modifiers);
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

    /** The keys that scroll the stage and those for a focused zoomable chart: message keys with the keys' names. */
    public static Map<String, String> chartKeys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("shell.escape", "Esc");
        keys.put("shell.stage.topics", (MAC ? "⌘" : "Ctrl+") + "PgUp PgDn");
        keys.put("shell.stage.scroll", "PgUp PgDn");
        keys.put("shell.view.enlarge", "F Esc");
        keys.put("shell.view.zoom", (MAC ? "⌘" : "Ctrl") + " + −");
        keys.put("shell.view.pan", (MAC ? "⇧" : "Shift") + " ← ↑ → ↓");
        keys.put("shell.view.home", MAC ? "⌘0" : "Ctrl+0");
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

    /** The plain keys that work in a presentation: message keys with the keys' names. */
    public static Map<String, String> presentationKeys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("present.keys.main", ", .");
        keys.put("present.keys.second", "; '");
        keys.put("present.keys.large", (MAC ? "⇧" : "Shift") + " , . ; '");
        keys.put("present.page", "V");
        keys.put("present.keys.scene", "[ ]");
        keys.put("present.keys.walk", "PgUp PgDn");
        return keys;
    }

    /** The plain keys that work while a question is shown: message keys with the keys' names. */
    public static Map<String, String> questionKeys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("shell.ask.answer", "1 … 6");
        keys.put("shell.ask.commit", "Enter");
        keys.put("shell.ask.next", "N");
        return keys;
    }

    /** The plain keys that work during a lesson: message keys with the keys' names. */
    public static Map<String, String> lessonKeys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("player.keys.answer", "1 … 6 ← ↑ → ↓");
        keys.put("player.keys.go", "Enter");
        keys.put("player.keys.back", "⌫");
        keys.put("player.keys.turn", "PgUp PgDn");
        keys.put("player.keys.hint", "H");
        keys.put("player.keys.class", "T");
        return keys;
    }

    /** The keys that work while a page is read: message keys with the keys' names. */
    public static Map<String, String> pageKeys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("shell.pages.turn", "← →");
        keys.put("shell.pages.choose", "↑ ↓ Enter");
        keys.put("shell.pages.scroll", "Space PgUp PgDn");
        keys.put("shell.pages.find", (MAC ? "⌘" : "Ctrl+") + "F");
        return keys;
    }

    private String prefix() {
        String shortcut = combination.getShortcut() == KeyCombination.ModifierValue.DOWN ? (MAC ? "⌘" : "Ctrl+") : "";
        String shift = combination.getShift() == KeyCombination.ModifierValue.DOWN ? (MAC ? "⇧" : "Shift+") : "";
        return shortcut + shift;
    }
}
