package hyperlab.lab.learn;

import hyperlab.lab.LabContext;
import hyperlab.lab.LessonProgress;
import hyperlab.lab.LessonRequest;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.Lesson;
import hyperlab.text.Language;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ScrollPanes;
import hyperlab.ui.control.WrappedText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The bundled lessons with the progress, the notes for the teacher, and the plans for one hour and four hours. */
final class LessonList extends ScrollPane {
    private static final Map<Language, Map<String, Lesson>> LESSONS = new EnumMap<>(Language.class);
    private static final double SCROLL = 0.3;

    private final LabContext context;
    private final Messages messages;
    private final VBox column = new VBox();
    private final Set<String> withNotes = new HashSet<>();
    private Map<String, LessonProgress> progress = Map.of();

    LessonList(LabContext context) {
        this.context = context;
        messages = context.messages();
        setId("learn-lessons");
        getStyleClass().add("edge-to-edge");
        ScrollPanes.withoutCache(this);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        column.getStyleClass().add("lesson-list");
        column.addEventHandler(KeyEvent.KEY_PRESSED, this::handleKey);
        setContent(column);
        visibleProperty().addListener((observed, before, now) -> show());
        messages.languageProperty().addListener((observed, before, now) -> show());
    }

    /** The lessons in a language; read once. FX thread only. */
    static Map<String, Lesson> lessons(Language language) {
        return LESSONS.computeIfAbsent(language, each -> {
            Map<String, Lesson> lessons = new HashMap<>();
            BundledLessons.NAMES.forEach(name -> lessons.put(name, BundledLessons.load(name, each)));
            return lessons;
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

    /** Gives the focus to a lesson, or to the first one if there is none with that name. */
    void focus(String name) {
        List<Button> starts = starts();
        if (!starts.isEmpty()) {
            Button start = starts.get(Math.max(0, BundledLessons.NAMES.indexOf(name)));
            start.requestFocus();
            ScrollPanes.scrollTo(this, start);
        }
    }

    void scrollDown() {
        setVvalue(Math.min(getVmax(), getVvalue() + SCROLL));
    }

    private Map<String, Lesson> lessons() {
        return lessons(messages.languageProperty().get());
    }

    private void show() {
        if (!isVisible()) {
            return;
        }
        List<Node> nodes = new ArrayList<>();
        nodes.add(text("learn-lessons-title", messages.get("player.list.title"), "page-title"));
        nodes.add(text("learn-lessons-intro", messages.get("player.list.intro"), "muted"));
        BundledLessons.NAMES.forEach(name -> nodes.add(row(name, lesson(name))));
        nodes.add(text("learn-plans-title", messages.get("player.plans.title"), "page-heading"));
        nodes.add(text("learn-plans-intro", messages.get("player.plans.intro"), "muted"));
        nodes.add(plan("learn-plan-one", "lesson.plan.oneHour", BundledLessons.ONE_HOUR));
        nodes.add(plan("learn-plan-four", "lesson.plan.fourHours", BundledLessons.FOUR_HOURS));
        column.getChildren().setAll(nodes);
    }

    private Lesson lesson(String name) {
        return Objects.requireNonNull(lessons().get(name));
    }

    private Node row(String name, Lesson lesson) {
        LessonProgress made = progress.getOrDefault(name, LessonProgress.NEW);
        WrappedText title = text("learn-lesson-title-" + name, lesson.title(), "lesson-list-title");
        WrappedText about = text("learn-lesson-about-" + name, about(lesson), "muted", "small");
        VBox words = new VBox(title, about);
        words.getStyleClass().add("lesson-list-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        Label state = new Label(state(made));
        state.setId("learn-lesson-state-" + name);
        state.getStyleClass().add("caption");
        state.setMinWidth(Region.USE_PREF_SIZE);
        boolean running = made.isBegun() && !made.isFinished();
        String startKey = running ? "player.list.go" : made.done() ? "player.list.again" : "player.list.start";
        Button start = button("learn-lesson-start-" + name, startKey, () -> request(name, made.isFinished()));
        start.getStyleClass().add("accent");
        Button notes = button("learn-lesson-notes-" + name, "player.list.notes", () -> toggleNotes(name));
        HBox line = new HBox(words, state, notes);
        if (running) {
            line.getChildren()
                    .add(button("learn-lesson-reset-" + name, "player.list.reset", () -> request(name, true)));
        }
        line.getChildren().add(start);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("lesson-list-line");
        VBox row = new VBox(line);
        row.getStyleClass().addAll("stage-card", "lesson-list-row");
        if (withNotes.contains(name)) {
            row.getChildren().add(new PageBlocks(lesson.notes().blocks(value -> "…"), context));
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
        if (!made.isBegun()) {
            return made.done() ? messages.get("player.list.done") : "";
        }
        String steps = made.isFinished()
                ? messages.get("player.list.done")
                : messages.get("player.place", Integer.toString(made.step() + 1), Integer.toString(made.steps()));
        return Double.isNaN(made.score())
                ? steps
                : messages.get("player.list.scored", steps, Math.round(100 * made.score()) + "\u00a0%");
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
        plan.getStyleClass().addAll("stage-card", "lesson-list-row");
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
        button.setOnAction(event -> action.run());
        return button;
    }

    private static WrappedText text(String id, String words, String... styles) {
        WrappedText text = new WrappedText(new ReadOnlyStringWrapper(words), styles);
        text.setId(id);
        return text;
    }

    private List<Button> starts() {
        return BundledLessons.NAMES.stream()
                .map(name -> (Button) lookup("#learn-lesson-start-" + name))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The up and down keys move between lessons, and Enter presses the button that has the focus. */
    private void handleKey(KeyEvent event) {
        Node focused = getScene().getFocusOwner();
        if (event.getCode() == KeyCode.ENTER && focused instanceof Button button) {
            button.fire();
            event.consume();
            return;
        }
        int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        List<Button> starts = starts();
        if (by != 0 && focused instanceof Button button && starts.contains(button)) {
            Button next = starts.get(Math.max(0, Math.min(starts.size() - 1, starts.indexOf(button) + by)));
            next.requestFocus();
            ScrollPanes.scrollTo(this, next);
            event.consume();
        }
    }
}
