package hyperlab.lab.learn;

import hyperlab.lab.LabContext;
import hyperlab.lab.LessonProgress;
import hyperlab.lab.LessonRequest;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.Lesson;
import hyperlab.ui.Messages;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The bundled lessons with the progress, the notes for the teacher, and the plans for one hour and four hours. */
final class LessonList extends PagedScroll {
    private static final String START = "learn-lesson-start-";
    private static final String ROW_STYLE = "lesson-list-row";
    /** How much of a screen Space or a page key moves. */
    private static final double PAGE = 0.9;

    private final LabContext context;
    private final Messages messages;
    private final VBox column;
    private final WorksheetExport worksheets;
    private final Set<String> withNotes = new HashSet<>();
    private final ChangeListener<Map<String, Lesson>> catalogListener = (observed, before, now) -> show();
    private Map<String, LessonProgress> progress = Map.of();
    private ReadOnlyObjectProperty<Map<String, Lesson>> lessons;
    /** The lesson that gets the focus once it is read; null for none. */
    private @Nullable String awaited;

    LessonList(LabContext context, LessonCatalog catalog) {
        this(context, catalog, new VBox());
    }

    private LessonList(LabContext context, LessonCatalog catalog, VBox column) {
        super(column, column, context.appearance());
        this.context = context;
        this.column = column;
        worksheets = new WorksheetExport(context);
        messages = context.messages();
        setId("learn-lessons");
        getStyleClass().add("edge-to-edge");
        column.getStyleClass().add("lesson-list");
        // A button would move the focus by itself.
        column.addEventFilter(KeyEvent.KEY_PRESSED, this::handleKey);
        visibleProperty().addListener((observed, before, now) -> show());
        lessons = catalog.lessons(messages.languageProperty().get());
        lessons.addListener(catalogListener);
        messages.languageProperty().addListener((observed, before, now) -> {
            lessons.removeListener(catalogListener);
            lessons = catalog.lessons(now);
            lessons.addListener(catalogListener);
            show();
        });
    }

    void showProgress(Map<String, LessonProgress> now) {
        progress = Map.copyOf(now);
        show();
    }

    /** Gives the focus to the first lesson. */
    void focusFirst() {
        focus("");
    }

    /** Gives the focus to a lesson, or to the first one if there is none with that name; as soon as it is read. */
    void focus(String name) {
        String wanted = BundledLessons.NAMES.contains(name) ? name : BundledLessons.NAMES.get(0);
        // The rows take the focus once the list has its skin.
        applyCss();
        Node start = column.lookup("#" + START + wanted);
        boolean ready = start != null && start.getScene() != null;
        awaited = ready ? null : wanted;
        if (ready) {
            start.requestFocus();
            center(start);
        }
    }

    private void focus(Node button) {
        button.requestFocus();
        reveal(button);
    }

    void scrollDown() {
        scrollBy(PAGE);
    }

    /** Turns the page and moves the focus to the first lesson on it. */
    @Override
    public void turnPage(int by) {
        super.turnPage(by);
        rows().stream()
                .filter(this::isShown)
                .findFirst()
                .ifPresent(row -> row.get(row.size() - 1).requestFocus());
    }

    private void show() {
        if (!isVisible()) {
            return;
        }
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        String kept = focused != null && contains(focused) ? focused.getId() : null;
        List<Node> nodes = new ArrayList<>();
        nodes.add(text("learn-lessons-title", messages.get("player.list.title"), "page-title"));
        nodes.add(text("learn-lessons-intro", messages.get("player.list.intro"), "muted"));
        Map<String, Lesson> known = lessons.get();
        for (String name : BundledLessons.NAMES) {
            Lesson lesson = known.get(name);
            if (lesson != null) {
                nodes.add(row(name, lesson));
            }
        }
        if (known.size() < BundledLessons.NAMES.size()) {
            nodes.add(text("learn-lessons-reading", messages.get("player.list.reading"), "muted"));
        } else {
            addPlans(nodes);
        }
        column.getChildren().setAll(nodes);
        Node again = kept == null ? null : column.lookup("#" + kept);
        if (again != null) {
            again.requestFocus();
        }
        if (awaited != null) {
            focus(awaited);
        }
    }

    private boolean contains(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(column)) {
                return true;
            }
        }
        return false;
    }

    private void addPlans(List<Node> nodes) {
        nodes.add(text("learn-plans-title", messages.get("player.plans.title"), "page-heading"));
        nodes.add(text("learn-plans-intro", messages.get("player.plans.intro"), "muted"));
        nodes.add(plan("learn-plan-one", "lesson.plan.oneHour", BundledLessons.ONE_HOUR));
        nodes.add(plan("learn-plan-four", "lesson.plan.fourHours", BundledLessons.FOUR_HOURS));
    }

    private Lesson lesson(String name) {
        return Objects.requireNonNull(lessons.get().get(name));
    }

    private Node row(String name, Lesson lesson) {
        LessonProgress made = progress.getOrDefault(name, LessonProgress.NEW);
        WrappedText title = text("learn-lesson-title-" + name, lesson.title(), "lesson-list-title");
        WrappedText about = text("learn-lesson-about-" + name, about(lesson), "muted", "small");
        Label state = new Label(state(made));
        state.setId("learn-lesson-state-" + name);
        state.getStyleClass().add("caption");
        state.setWrapText(true);
        state.managedProperty().bind(state.textProperty().isNotEmpty());
        VBox words = new VBox(title, about, state);
        words.getStyleClass().add("lesson-list-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        boolean running = made.isBegun() && !made.isFinished();
        String startKey = running ? "player.list.go" : made.done() ? "player.list.again" : "player.list.start";
        Button start = button(START + name, startKey, () -> request(name, made.isFinished()));
        start.getStyleClass().add("accent");
        Button notes = button("learn-lesson-notes-" + name, "player.list.notes", () -> toggleNotes(name));
        HBox line = new HBox(words, notes);
        if (running) {
            line.getChildren()
                    .add(button("learn-lesson-reset-" + name, "player.list.reset", () -> request(name, true)));
        }
        line.getChildren().add(start);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("lesson-list-line");
        VBox row = new VBox(line);
        row.getStyleClass().addAll("stage-card", ROW_STYLE);
        if (withNotes.contains(name)) {
            row.getChildren()
                    .addAll(
                            button("learn-lesson-sheet-" + name, "player.list.sheet", () -> worksheets.export(name)),
                            new PageBlocks(lesson.notes().blocks(value -> "…"), context));
        }
        return row;
    }

    private String about(Lesson lesson) {
        String pages = lesson.pages().stream()
                .map(page -> messages.get("learn.name." + page))
                .collect(Collectors.joining(" · "));
        String lab = messages.get(lesson.lab().id() + ".lab");
        String minutes = messages.get("player.list.minutes", Integer.toString(lesson.minutes()));
        return pages.isEmpty()
                ? messages.get("player.list.about", lab, minutes)
                : messages.get("player.list.aboutPages", lab, minutes, pages);
    }

    private String state(LessonProgress made) {
        if (!made.isBegun() && !made.done()) {
            return "";
        }
        String steps = made.isFinished() || !made.isBegun()
                ? messages.get("player.list.done")
                : messages.get("player.place", Integer.toString(made.step() + 1), Integer.toString(made.steps()));
        if (Double.isNaN(made.score())) {
            return steps;
        }
        String score = Math.round(100 * made.score()) + "\u00a0%";
        LessonProgress.Predictions predictions = made.predictions();
        return predictions.areIncomplete()
                ? messages.get(
                        "player.list.scoredPart",
                        steps,
                        score,
                        Integer.toString(predictions.scored()),
                        Integer.toString(predictions.asked()))
                : messages.get("player.list.scored", steps, score);
    }

    private void toggleNotes(String name) {
        if (!withNotes.remove(name)) {
            withNotes.add(name);
        }
        show();
        Node again = lookup("#learn-lesson-notes-" + name);
        if (again != null) {
            again.requestFocus();
        }
    }

    private void request(String name, boolean fromStart) {
        fireEvent(new LessonRequest(name, fromStart));
    }

    private Node plan(String id, String titleKey, List<String> names) {
        VBox plan = new VBox(text(id + "-title", messages.get(titleKey), "lesson-list-title"));
        plan.setId(id);
        plan.getStyleClass().addAll("stage-card", ROW_STYLE);
        int minute = 0;
        for (String name : names) {
            Lesson lesson = lesson(name);
            int end = minute + lesson.minutes();
            Label time = new Label(messages.get("lesson.plan.time", Integer.toString(minute), Integer.toString(end)));
            time.getStyleClass().add("lesson-plan-time");
            time.setMinWidth(Region.USE_PREF_SIZE);
            WrappedText title = text(id + "-" + name, lesson.title());
            HBox.setHgrow(title, Priority.ALWAYS);
            HBox line = new HBox(time, title);
            line.getStyleClass().add("lesson-list-line");
            plan.getChildren().add(line);
            minute = end;
        }
        return plan;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(messages.get(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add(ChartCard.ARROW_KEYS_STYLE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static WrappedText text(String id, String words, String... styles) {
        WrappedText text = new WrappedText(new ReadOnlyStringWrapper(words), styles);
        text.setId(id);
        return text;
    }

    /** The buttons of each lesson, from left to right. */
    private List<List<Button>> rows() {
        return column.getChildren().stream()
                .map(row -> row.lookupAll(".button").stream()
                        .filter(Button.class::isInstance)
                        .map(Button.class::cast)
                        .sorted(Comparator.comparingDouble(
                                button -> button.localToScene(0, 0).getX()))
                        .toList())
                .filter(buttons -> !buttons.isEmpty())
                .toList();
    }

    /**
     * The up and down keys move between lessons, the left and right keys between the buttons of a lesson, Home and End to
     * the first and the last lesson; Enter presses the button that has the focus.
     */
    private void handleKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        Node focused = getScene().getFocusOwner();
        if (event.getCode() == KeyCode.ENTER && focused instanceof Button button) {
            button.fire();
            event.consume();
            return;
        }
        List<List<Button>> rows = rows();
        int row = row(rows, focused);
        if (row < 0) {
            return;
        }
        int column = rows.get(row).indexOf(focused);
        int last = rows.size() - 1;
        boolean used = true;
        switch (event.getCode()) {
            case UP, KP_UP -> focusStart(rows, row - 1);
            case DOWN, KP_DOWN -> focusStart(rows, row + 1);
            case HOME -> focusStart(rows, 0);
            case END -> focusStart(rows, last);
            case LEFT, KP_LEFT -> focus(rows.get(row).get(Math.max(0, column - 1)));
            case RIGHT, KP_RIGHT ->
                focus(rows.get(row).get(Math.min(rows.get(row).size() - 1, column + 1)));
            default -> used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private static int row(List<List<Button>> rows, @Nullable Node focused) {
        for (int k = 0; k < rows.size(); k++) {
            if (rows.get(k).stream().anyMatch(button -> button.equals(focused))) {
                return k;
            }
        }
        return -1;
    }

    /** Gives the focus to the button that starts a lesson; it is the last one of its row. */
    private void focusStart(List<List<Button>> rows, int row) {
        List<Button> buttons = rows.get(Math.max(0, Math.min(rows.size() - 1, row)));
        focus(buttons.get(buttons.size() - 1));
    }

    /** Moves by a screen, and the focus with it. */
    void movePage(int direction) {
        List<List<Button>> rows = rows();
        int row = row(rows, getScene().getFocusOwner());
        boolean moved = scrollBy(direction * PAGE);
        if (rows.isEmpty()) {
            return;
        }
        int target = row < 0 ? 0 : row;
        while (target + direction >= 0 && target + direction < rows.size() && (!moved || !isShown(rows.get(target)))) {
            target += direction;
        }
        List<Button> buttons = rows.get(target);
        buttons.get(buttons.size() - 1).requestFocus();
    }

    /** Whether a row is inside the viewport. */
    private boolean isShown(List<Button> buttons) {
        Bounds bounds = sceneToLocal(buttons.get(0).localToScene(buttons.get(0).getBoundsInLocal()));
        return bounds.getMinY() >= 0 && bounds.getMaxY() <= getHeight();
    }
}
