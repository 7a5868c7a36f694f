package hyperlab.app;

import hyperlab.file.Documents;
import hyperlab.lab.Lab;
import hyperlab.lab.LabName;
import hyperlab.lesson.BundledLessons;
import hyperlab.ui.FilePicker;
import hyperlab.ui.control.slider.NumberSlider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * Uses the window as a patient monkey would: it presses keys, clicks, drags, types, opens files and starts lessons, in
 * an order that a seed determines. FX thread only.
 */
final class Monkey implements FilePicker {
    private static final int HISTORY = 60;
    /** No lab has more topics, pages or cases. */
    private static final int TOPICS = 20;

    private static final double[] WEIGHTS = {10, 24, 16, 12, 4, 10, 6, 8, 3, 3, 2, 2, 4, 2};

    private static final List<KeyCode> KEYS = List.of(
            KeyCode.SPACE,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.PAGE_UP,
            KeyCode.PAGE_DOWN,
            KeyCode.TAB,
            KeyCode.TAB,
            KeyCode.ENTER,
            KeyCode.ENTER,
            KeyCode.ESCAPE,
            KeyCode.BACK_SPACE,
            KeyCode.DELETE,
            KeyCode.MINUS,
            KeyCode.EQUALS,
            KeyCode.COMMA,
            KeyCode.PERIOD,
            KeyCode.SEMICOLON,
            KeyCode.OPEN_BRACKET,
            KeyCode.CLOSE_BRACKET,
            KeyCode.DIGIT0,
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT7,
            KeyCode.A,
            KeyCode.C,
            KeyCode.E,
            KeyCode.F,
            KeyCode.H,
            KeyCode.K,
            KeyCode.L,
            KeyCode.M,
            KeyCode.N,
            KeyCode.O,
            KeyCode.Q,
            KeyCode.R,
            KeyCode.S,
            KeyCode.T,
            KeyCode.V,
            KeyCode.Z,
            KeyCode.F1,
            KeyCode.F5,
            KeyCode.F6,
            KeyCode.F7,
            KeyCode.F8,
            KeyCode.F9);

    private static final List<String> TEXTS = List.of(
            "0",
            "1",
            "2",
            "-1",
            "0.1",
            "0.5",
            "3",
            "7",
            "32",
            "100",
            "1000000",
            "1e-9",
            "1e308",
            "-1e308",
            "1e-320",
            "NaN",
            "Infinity",
            "",
            " ",
            "abc",
            "1,5",
            "\u22120.5",
            "\u0663",
            "[8,8]",
            "[4, 4, 4]",
            "[]",
            "x^2 + y^2",
            "sin(x)/x",
            "1/0",
            "((((",
            "x",
            "\u0000",
            "\ud83d\ude00",
            "\ud835\udd38\u0301",
            "9".repeat(400),
            "a".repeat(20_000));

    private final Stage stage;
    private final HyperlabWindow.Wiring wiring;
    private final Random random;
    private final List<Path> files;
    private final Path outFolder;
    private final Robot robot = new Robot();
    private final Deque<String> history = new ArrayDeque<>();
    private final Deque<Runnable> tour = new ArrayDeque<>();
    private long actions;

    /**
     * @param files what the monkey opens
     * @param outFolder where it saves
     */
    Monkey(Stage stage, Path stateFolder, long seed, List<Path> files, Path outFolder) {
        this.stage = stage;
        random = new Random(seed);
        this.files = List.copyOf(files);
        this.outFolder = outFolder;
        wiring = new HyperlabWindow.Wiring(
                stage,
                new WindowStateStore(stateFolder.resolve("window.json")),
                Labs.all(),
                new HyperlabApp.LaunchRequest(StartOptions.parse(), Optional.empty()),
                this);
        stage.show();
        wiring.showOpeningOfLabs();
    }

    /** Lets the next actions show every lab, topic, page and lesson once, so that all of it is built. */
    void planTour() {
        for (LabName lab : LabName.values()) {
            tour.add(() -> visit(lab));
            for (int topic = 0; topic < TOPICS; topic++) {
                tour.add(() -> press(List.of(KeyCode.CONTROL), KeyCode.PAGE_DOWN, 1));
            }
        }
        for (String lesson : BundledLessons.NAMES) {
            tour.add(() -> startLesson(lesson, true));
            tour.add(() -> press(List.of(), KeyCode.ENTER, 3));
        }
        tour.add(wiring.lessons()::end);
    }

    /** The last actions, the oldest first. */
    List<String> history() {
        return List.copyOf(history);
    }

    long actions() {
        return actions;
    }

    void close() {
        wiring.close();
    }

    /** Does one thing. */
    void act() {
        actions++;
        if (!tour.isEmpty()) {
            tour.remove().run();
            return;
        }
        switch (choice()) {
            case 0 -> visit(any(List.of(LabName.values())));
            case 1 -> press();
            case 2 -> useButton();
            case 3 -> clickSomewhere();
            case 4 -> turnWheel();
            case 5 -> drag();
            case 6 -> moveSlider();
            case 7 -> type();
            case 8 -> open(anyFile());
            case 9 -> paste();
            case 10 -> startLesson(any(BundledLessons.NAMES), random.nextBoolean());
            case 11 -> resize();
            case 12 -> undoAndRedo();
            default -> closeWindows();
        }
    }

    private int choice() {
        double sum = 0;
        for (double weight : WEIGHTS) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int index = 0; index < WEIGHTS.length; index++) {
            left -= WEIGHTS[index];
            if (left < 0) {
                return index;
            }
        }
        return 0;
    }

    private void log(String action) {
        history.addLast(action);
        if (history.size() > HISTORY) {
            history.removeFirst();
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    // the window as it rests

    /** Ends what is running, so that measurements can be compared. */
    void rest() {
        log("rest");
        closeWindows();
        wiring.lessons().end();
        wiring.questions().end();
    }

    /** Shows a lab in its initial state. */
    void reset(LabName lab) {
        wiring.navigation().show(lab);
        wiring.documentController().resetLab();
        current().parts().playback().reset();
    }

    // actions

    private void visit(LabName lab) {
        log("visit " + lab.id());
        wiring.navigation().visit(lab);
    }

    private void press() {
        KeyCode code = any(KEYS);
        List<KeyCode> modifiers = new ArrayList<>();
        if (random.nextInt(5) == 0) {
            modifiers.add(KeyCode.CONTROL);
        }
        if (random.nextInt(8) == 0) {
            modifiers.add(KeyCode.SHIFT);
        }
        int times = random.nextInt(6) == 0 ? 1 + random.nextInt(15) : 1;
        press(modifiers, code, times);
    }

    private void press(List<KeyCode> modifiers, KeyCode code, int times) {
        log("press " + modifiers + " " + code + " × " + times);
        for (int time = 0; time < times; time++) {
            press(modifiers, code);
        }
    }

    private void press(List<KeyCode> modifiers, KeyCode code) {
        modifiers.forEach(robot::keyPress);
        robot.keyType(code);
        modifiers.forEach(robot::keyRelease);
    }

    private void useButton() {
        ButtonBase button = anyNode(ButtonBase.class, node -> true);
        if (button instanceof MenuButton menu && !menu.getItems().isEmpty() && random.nextInt(3) > 0) {
            MenuItem item = any(menu.getItems());
            log("menu item " + menu.getId() + " " + item.getText());
            if (item.isVisible() && !item.isDisable()) {
                item.fire();
            }
        } else if (button != null) {
            log("button " + button.getId() + " " + button.getText());
            button.fire();
        }
        ComboBox<?> choice = random.nextInt(3) == 0 ? anyNode(ComboBox.class, node -> true) : null;
        if (choice != null && !choice.getItems().isEmpty()) {
            int index = random.nextInt(choice.getItems().size());
            log("choose " + choice.getId() + " " + index);
            choice.getSelectionModel().select(index);
        }
    }

    private void clickSomewhere() {
        Node node = anyNode(Node.class, each -> each.getOnMouseClicked() != null || each.isFocusTraversable());
        Bounds bounds = node == null ? null : node.localToScreen(node.getBoundsInLocal());
        Point2D point = bounds == null || random.nextInt(4) == 0
                ? anyPoint()
                : new Point2D(
                        bounds.getMinX() + random.nextDouble() * bounds.getWidth(),
                        bounds.getMinY() + random.nextDouble() * bounds.getHeight());
        MouseButton button = random.nextInt(5) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY;
        log("click " + button + " at " + point + " on " + (node == null ? null : node.getId()));
        robot.mouseMove(point);
        for (int click = 0; click <= random.nextInt(3); click++) {
            robot.mouseClick(button);
        }
    }

    private Point2D anyPoint() {
        return new Point2D(
                stage.getX() + random.nextDouble() * stage.getWidth(),
                stage.getY() + random.nextDouble() * stage.getHeight());
    }

    private void turnWheel() {
        Point2D point = anyPoint();
        int amount = random.nextInt(21) - 10;
        boolean zooms = random.nextBoolean();
        log("wheel " + amount + " at " + point);
        robot.mouseMove(point);
        if (zooms) {
            robot.keyPress(KeyCode.CONTROL);
        }
        robot.mouseWheel(amount);
        if (zooms) {
            robot.keyRelease(KeyCode.CONTROL);
        }
    }

    private void drag() {
        Point2D from = anyPoint();
        Point2D to = random.nextBoolean() ? anyPoint() : from.add(random.nextInt(200) - 100, random.nextInt(40) - 20);
        MouseButton button = random.nextInt(4) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY;
        log("drag " + button + " from " + from + " to " + to);
        robot.mouseMove(from);
        robot.mousePress(button);
        int moves = 1 + random.nextInt(12);
        for (int move = 1; move <= moves; move++) {
            robot.mouseMove(from.interpolate(to, (double) move / moves));
        }
        robot.mouseRelease(button);
    }

    private void moveSlider() {
        NumberSlider slider = anyNode(NumberSlider.class, node -> true);
        if (slider != null) {
            int steps = random.nextInt(41) - 20;
            log("slider " + slider.getId() + " by " + steps);
            slider.step(steps, random.nextBoolean());
        }
    }

    private void type() {
        TextInputControl field = anyNode(TextInputControl.class, TextInputControl.class::isInstance);
        if (field != null && field.isEditable()) {
            String text = any(TEXTS);
            log("type " + text.substring(0, Math.min(20, text.length())) + " into " + field.getId());
            field.requestFocus();
            // As by a paste, which leaves out control characters. With setText, they move the caret behind the end.
            field.selectAll();
            field.replaceSelection(text);
            press(List.of(), random.nextBoolean() ? KeyCode.ENTER : KeyCode.TAB);
        }
    }

    private Path anyFile() {
        List<Path> saved = saved();
        return saved.isEmpty() || random.nextBoolean() ? any(files) : any(saved);
    }

    private List<Path> saved() {
        try (var list = Files.list(outFolder)) {
            return list.filter(Files::isRegularFile).sorted().toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void open(Path file) {
        log("open " + file.getFileName());
        if (random.nextInt(3) == 0) {
            wiring.documentController().drop(List.of(file.toFile()));
        } else {
            wiring.documentController().open(file);
        }
    }

    private void paste() {
        String text = random.nextInt(3) == 0
                ? Documents.write(current().document())
                : random.nextBoolean()
                        ? "https://playground.tensorflow.org/#activation=relu&batchSize=10&dataset=circle&seed=0."
                                + random.nextInt(100_000) + "&networkShape=" + (1 + random.nextInt(8)) + ",2"
                        : any(TEXTS);
        log("paste " + text.substring(0, Math.min(60, text.length())));
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        press(List.of(KeyCode.CONTROL), KeyCode.V);
    }

    private void startLesson(String name, boolean fromStart) {
        log("lesson " + name);
        wiring.lessons().startBundled(name, fromStart);
    }

    private void resize() {
        boolean maximized = random.nextInt(6) == 0;
        double width = 700 + random.nextInt(581);
        double height = 500 + random.nextInt(301);
        log("resize to " + width + " × " + height + (maximized ? " maximized" : ""));
        stage.setMaximized(maximized);
        stage.setWidth(width);
        stage.setHeight(height);
    }

    private void undoAndRedo() {
        int times = 1 + random.nextInt(12);
        boolean redoes = random.nextInt(3) == 0;
        log((redoes ? "redo × " : "undo × ") + times);
        for (int time = 0; time < times; time++) {
            if (redoes) {
                current().parts().undo().redo();
            } else {
                current().parts().undo().undo();
            }
        }
    }

    private void closeWindows() {
        log("close dialogs");
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window != stage && window.isShowing()) {
                Event.fireEvent(window, new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
                window.hide();
            }
        }
    }

    private Lab current() {
        return wiring.navigation().currentProperty().get();
    }

    // nodes

    private <T extends Node> T anyNode(Class<T> type, Predicate<Node> condition) {
        List<T> found = new ArrayList<>();
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window.isShowing()
                    && window.getScene() != null
                    && window.getScene().getRoot() != null) {
                collect(window.getScene().getRoot(), type, condition, found);
            }
        }
        return found.isEmpty() ? null : any(found);
    }

    private static <T extends Node> void collect(Node node, Class<T> type, Predicate<Node> condition, List<T> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (type.isInstance(node) && condition.test(node)) {
            found.add(type.cast(node));
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                collect(child, type, condition, found);
            }
        }
    }

    // files

    @Override
    public Optional<Path> open(FileType kind) {
        Path file = anyFile();
        log("  chooses " + file.getFileName());
        return random.nextInt(5) == 0 ? Optional.empty() : Optional.of(file);
    }

    @Override
    public Optional<Path> save(FileType kind, String suggestedName) {
        // A few names, so that files are replaced; a folder that does not exist, and one that cannot
        Path file = switch (random.nextInt(12)) {
            case 0 -> outFolder.resolve("new").resolve(suggestedName);
            case 1 -> files.get(0).resolve(suggestedName);
            default -> outFolder.resolve(random.nextInt(3) + "-" + suggestedName);
        };
        log("  saves " + file.getFileName());
        return random.nextInt(8) == 0 ? Optional.empty() : Optional.of(file);
    }
}
