package hyperlab.app.lesson;

import hyperlab.lab.LabContext;
import hyperlab.lab.learn.PageBlocks;
import hyperlab.lesson.Question;
import hyperlab.lesson.Step;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The left panel during a lesson: the question, the answer, and the verdict. */
final class LessonPanel extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final int PROMPT_ROWS = 2;
    private static final double WIDEST_BAR = 120;

    private final LabContext context;
    private final Messages messages;
    private final LessonPlayerViewModel player;
    private final Label kind = new Label();
    private final HBox segments = new HBox();
    private final Label place = new Label();
    private final VBox content = new VBox();
    private final Button primary = new Button();
    private final Button hint = new Button();
    private final Button save = new Button();
    private final TextField name = new TextField();
    private final Map<Integer, TextField> numbers = new HashMap<>();
    private final Map<Integer, TextArea> sentences = new HashMap<>();
    private int selectedItem;
    private int shownStep = -1;

    LessonPanel(LabContext context, LessonPlayerViewModel player, Runnable end, Consumer<String> saveAnswers) {
        this.context = context;
        this.messages = context.messages();
        this.player = player;
        save.setId("lesson-save");
        save.textProperty().bind(messages.bind("player.save"));
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(event -> saveAnswers.accept(name.getText()));
        name.setId("lesson-name");
        name.promptTextProperty().bind(messages.bind("player.name"));
        name.accessibleTextProperty().bind(messages.bind("player.name"));
        setId("lesson-panel");
        getStyleClass().add("lesson-panel");
        kind.setId("lesson-kind");
        kind.getStyleClass().add("lesson-kind");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        segments.getStyleClass().add("lesson-segments");
        segments.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(segments, Priority.ALWAYS);
        place.setId("lesson-place");
        place.getStyleClass().add("caption");
        place.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(kind, segments, place);
        head.getStyleClass().add("lesson-head");
        head.setAlignment(Pos.CENTER_LEFT);
        content.setId("lesson-content");
        content.getStyleClass().add("lesson-content");
        FitPane fit = new FitPane(content);
        VBox.setVgrow(fit, Priority.ALWAYS);
        primary.setId("lesson-primary");
        primary.getStyleClass().add("accent");
        primary.setMinWidth(Region.USE_PREF_SIZE);
        primary.setOnAction(event -> {
            if (player.state().isFinished()) {
                end.run();
            } else if (player.state().isAsking()) {
                player.commit();
            } else {
                player.next();
            }
        });
        hint.setId("lesson-hint");
        hint.textProperty().bind(messages.bind("player.hint"));
        hint.setMinWidth(Region.USE_PREF_SIZE);
        hint.setOnAction(event -> player.hint());
        HBox foot = new HBox(primary, hint, save);
        foot.getStyleClass().add("lesson-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, fit, foot);
        player.stateProperty().addListener((observed, before, now) -> show());
        messages.languageProperty().addListener((observed, before, now) -> show());
        show();
    }

    /** Moves the selected item of an order. */
    void moveSelected(int by) {
        int last = player.items().size() - 1;
        int target = Math.max(0, Math.min(last, selectedItem + by));
        int from = selectedItem;
        selectedItem = target;
        player.moveItem(from, by);
        show();
    }

    /** Selects an item of an order. */
    void selectItem(int index) {
        if (index < player.items().size()) {
            selectedItem = index;
            show();
        }
    }

    private void show() {
        LessonState state = player.state();
        if (shownStep != state.index()) {
            shownStep = state.index();
            selectedItem = 0;
        }
        showHead(state);
        if (state.isFinished()) {
            content.getChildren().setAll(summary(state));
        } else {
            content.getChildren().setAll(step(state));
        }
        primary.setText(messages.get(
                state.isFinished()
                        ? "player.close"
                        : state.isAsking()
                                ? "player.commit"
                                : state.index() == state.lesson().steps().size() - 1
                                        ? "player.finish"
                                        : "player.next"));
        primary.setDisable(state.isAsking() && !player.canCommit());
        boolean hints = !state.isFinished()
                && state.step() instanceof Step.Reach reach
                && state.record().hints() < reach.hints().size();
        hint.setVisible(hints);
        hint.setManaged(hints);
        save.setVisible(state.isFinished());
        save.setManaged(state.isFinished());
    }

    private void showHead(LessonState state) {
        String name = state.isFinished() ? "done" : state.step().kind();
        kind.setText(messages.get("player.kind." + name));
        kind.setGraphic(Icons.icon(
                switch (name) {
                    case "predict" -> "fth-help-circle";
                    case "observe" -> "fth-eye";
                    case "explain" -> "fth-message-circle";
                    case "reach" -> "fth-target";
                    default -> "fth-check-circle";
                }));
        int steps = state.lesson().steps().size();
        while (segments.getChildren().size() < steps) {
            Region segment = new Region();
            segment.getStyleClass().add("lesson-segment");
            HBox.setHgrow(segment, Priority.ALWAYS);
            segments.getChildren().add(segment);
        }
        for (int k = 0; k < steps; k++) {
            segments.getChildren().get(k).pseudoClassStateChanged(DONE, k < state.index());
            segments.getChildren().get(k).pseudoClassStateChanged(CURRENT, k == state.index());
        }
        place.setText(messages.get(
                "player.place", Integer.toString(Math.min(steps, state.index() + 1)), Integer.toString(steps)));
    }

    private List<Node> step(LessonState state) {
        List<Node> nodes = new ArrayList<>();
        Step step = state.step();
        nodes.add(prose("lesson-title", step.scene().title(), "lesson-title"));
        nodes.add(new PageBlocks(state.text(), context));
        if (step instanceof Step.Predict predict) {
            nodes.addAll(question(state, predict.question()));
            if (state.record().isCommitted()) {
                nodes.add(verdict(state, predict.question()));
            }
        } else if (step instanceof Step.Explain explain && explain.prompt() != null) {
            nodes.add(prompt(state, explain.prompt()));
        } else if (step instanceof Step.Reach reach) {
            for (int k = 0; k < state.record().hints(); k++) {
                nodes.add(prose(
                        "lesson-hint-" + (k + 1),
                        messages.get("player.hint.text", reach.hints().get(k)),
                        "lesson-hint"));
            }
            if (state.record().goalMet()) {
                WrappedText met = prose("lesson-goal-met", messages.get("player.goal.met"), "lesson-verdict");
                met.pseudoClassStateChanged(RIGHT, true);
                nodes.add(met);
            }
        }
        return nodes;
    }

    private List<Node> question(LessonState state, Question question) {
        if (question instanceof Question.Choice choice) {
            List<Node> options = new ArrayList<>();
            for (int k = 0; k < choice.options().size(); k++) {
                options.add(option(state, choice, k));
            }
            if (state.classMode() && state.isAsking()) {
                options.add(prose("lesson-class-hint", messages.get("player.class.hint"), "muted", "small"));
            }
            return options;
        }
        if (question instanceof Question.Numeric number) {
            return List.of(number(state, number));
        }
        if (question instanceof Question.Order order) {
            return order(state, order);
        }
        return state.isAsking()
                ? List.of(prose("lesson-sketch-hint", messages.get("player.sketch.hint"), "muted", "small"))
                : List.of();
    }

    private Node option(LessonState state, Question.Choice choice, int index) {
        Label key = new Label(Integer.toString(index + 1));
        key.getStyleClass().add("lesson-key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        WrappedText text = prose(
                "lesson-option-text-" + (index + 1), choice.options().get(index).text());
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(key, text);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setId("lesson-option-" + (index + 1));
        row.getStyleClass().addAll("lesson-option-row", "lesson-item", "lesson-option");
        row.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        row.setAccessibleText(choice.options().get(index).text());
        boolean revealed = state.record().outcome() != null;
        if (state.classMode() && (state.isAsking() || revealed)) {
            row.getChildren().add(hands(state, choice, index));
        }
        row.setOnMouseClicked(event -> {
            if (!state.classMode()) {
                player.choose(index);
            } else {
                player.countHands(index, event.isShiftDown() ? -1 : 1);
            }
        });
        Prediction made = state.record().isCommitted()
                ? state.record().committed()
                : state.record().draft();
        boolean chosen = made instanceof Prediction.OfChoice of && of.option() == index;
        row.pseudoClassStateChanged(CHOSEN, chosen && !revealed);
        if (state.record().outcome() instanceof Outcome.OfChoice outcome) {
            row.pseudoClassStateChanged(RIGHT, outcome.right() == index);
            row.pseudoClassStateChanged(WRONG, chosen && outcome.right() != index);
        }
        return row;
    }

    /** The raised hands for an option: their number, and a bar next to those of the other options. */
    private Node hands(LessonState state, Question.Choice choice, int index) {
        int most = 1;
        for (int k = 0; k < choice.options().size(); k++) {
            most = Math.max(most, state.record().hands(k));
        }
        Label count = new Label(Integer.toString(state.record().hands(index)));
        count.setId("lesson-hands-" + (index + 1));
        count.getStyleClass().add("lesson-hands");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Region bar = new Region();
        bar.getStyleClass().add("lesson-hands-bar");
        double width = WIDEST_BAR * state.record().hands(index) / most;
        bar.setMinWidth(width);
        bar.setPrefWidth(width);
        bar.setMaxWidth(width);
        HBox hands = new HBox(bar, count);
        hands.getStyleClass().add("lesson-hands-row");
        hands.setAlignment(Pos.CENTER_RIGHT);
        return hands;
    }

    private Node number(LessonState state, Question.Numeric number) {
        TextField field = numbers.computeIfAbsent(state.index(), index -> numberField());
        field.setDisable(!state.isAsking());
        HBox row = new HBox(field);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("lesson-number-row");
        if (!number.unit().isEmpty()) {
            row.getChildren().add(new Label(number.unit()));
        }
        return row;
    }

    private TextField numberField() {
        TextField field = new TextField();
        field.setId("lesson-number");
        field.getStyleClass().add("lesson-number");
        field.promptTextProperty().bind(messages.bind("player.number.prompt"));
        field.accessibleTextProperty().bind(messages.bind("player.number.prompt"));
        field.textProperty()
                .addListener((observed, before, now) -> player.enterNumber(
                        EnteredNumber.parse(now).isPresent()
                                ? EnteredNumber.parse(now).getAsDouble()
                                : null));
        return field;
    }

    /** The field of a number that is asked for now, to be focused; null if there is none. */
    @org.jspecify.annotations.Nullable
    TextField openNumberField() {
        return player.state().isAsking() ? numbers.get(player.state().index()) : null;
    }

    /** Gives the focus to the field of a number, so that the key that was pressed is typed into it. */
    void focusNumber() {
        TextField field = openNumberField();
        if (field != null) {
            field.requestFocus();
            field.end();
        }
    }

    /** Whether a number is being typed. */
    boolean isNumberFocused() {
        TextField field = openNumberField();
        return field != null && field.isFocused();
    }

    private List<Node> order(LessonState state, Question.Order order) {
        Map<String, String> names = new HashMap<>();
        order.items().forEach(item -> names.put(item.id(), item.text()));
        List<String> items = player.items();
        List<String> right =
                state.record().outcome() instanceof Outcome.OfOrder outcome ? outcome.computed() : List.of();
        List<Node> rows = new ArrayList<>();
        for (int k = 0; k < items.size(); k++) {
            int index = k;
            Label key = new Label(Integer.toString(k + 1));
            key.getStyleClass().add("lesson-key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            WrappedText text = prose("lesson-item-" + (k + 1), names.getOrDefault(items.get(k), ""));
            text.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox row = new HBox(key, text);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().addAll("lesson-option-row", "lesson-item");
            row.pseudoClassStateChanged(CHOSEN, state.isAsking() && k == selectedItem);
            if (!right.isEmpty()) {
                row.pseudoClassStateChanged(RIGHT, right.get(k).equals(items.get(k)));
                row.pseudoClassStateChanged(WRONG, !right.get(k).equals(items.get(k)));
            }
            row.setOnMouseClicked(event -> selectItem(index));
            if (state.isAsking()) {
                row.getChildren()
                        .addAll(
                                mover("lesson-up-" + (k + 1), "fth-arrow-up", "player.order.up", index, -1),
                                mover("lesson-down-" + (k + 1), "fth-arrow-down", "player.order.down", index, 1));
            }
            rows.add(row);
        }
        if (state.isAsking()) {
            rows.add(prose("lesson-order-hint", messages.get("player.order.hint"), "muted", "small"));
        }
        return rows;
    }

    private Button mover(String id, String icon, String key, int index, int by) {
        Button button = Icons.button(id, icon, messages.bind(key), () -> {
            selectItem(index);
            moveSelected(by);
        });
        button.setFocusTraversable(false);
        return button;
    }

    private Node verdict(LessonState state, Question question) {
        Outcome outcome = state.record().outcome();
        String text = outcome == null
                ? messages.get("player.computing")
                : new OutcomeText(messages.texts()).verdict(question, outcome);
        WrappedText verdict = prose("lesson-verdict", text, "lesson-verdict");
        if (outcome != null) {
            verdict.pseudoClassStateChanged(RIGHT, outcome.score().value() >= 0.995);
            verdict.pseudoClassStateChanged(WRONG, outcome.score().value() < 0.5);
        }
        return verdict;
    }

    private Node prompt(LessonState state, String question) {
        TextArea area = sentences.computeIfAbsent(state.index(), index -> {
            TextArea created = new TextArea(state.record().words());
            created.setId("lesson-words");
            created.setWrapText(true);
            created.setPrefRowCount(PROMPT_ROWS);
            created.accessibleTextProperty().bind(messages.bind("player.words"));
            created.promptTextProperty().bind(messages.bind("player.words"));
            created.focusedProperty().addListener((observed, before, focused) -> {
                if (!focused && player.state().index() == index) {
                    player.write(created.getText());
                }
            });
            return created;
        });
        VBox box = new VBox(prose("lesson-prompt", question, "lesson-prompt"), area);
        box.getStyleClass().add("lesson-prompt-box");
        return box;
    }

    private List<Node> summary(LessonState state) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(prose(
                "lesson-title", messages.get("player.finished", state.lesson().title()), "lesson-title"));
        if (state.score().isPresent()) {
            nodes.add(prose(
                    "lesson-score",
                    messages.get(
                            "player.score",
                            Long.toString(state.scoredCount()),
                            Long.toString(state.predictionCount()),
                            OutcomeText.percent(state.score().getAsDouble()))));
        } else {
            nodes.add(prose("lesson-score", messages.get("player.score.none")));
        }
        List<String> misconceptions = OutcomeText.misconceptions(state);
        if (!misconceptions.isEmpty()) {
            nodes.add(prose(
                    "lesson-misconceptions",
                    messages.get("player.score.misconceptions", String.join(" · ", misconceptions))));
        }
        nodes.add(prose("lesson-save-hint", messages.get("player.save.hint"), "muted", "small"));
        nodes.add(name);
        return nodes;
    }

    private static WrappedText prose(String id, String text, String... styles) {
        WrappedText prose = new WrappedText(new ReadOnlyStringWrapper(text), styles);
        prose.setId(id);
        return prose;
    }

    /** Saves the answers at the end of the lesson. */
    void save() {
        if (player.state().isFinished()) {
            save.fire();
        }
    }

    /** Whether a key moves or selects an item. */
    static int arrow(KeyCode code) {
        return code == KeyCode.UP || code == KeyCode.KP_UP
                ? -1
                : code == KeyCode.DOWN || code == KeyCode.KP_DOWN ? 1 : 0;
    }
}
