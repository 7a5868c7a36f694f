package hyperlab.app.lesson;

import hyperlab.lab.LabContext;
import hyperlab.lesson.Question;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The answers to a question: options with the raised hands of a class, a number, or an order. */
final class QuestionView {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Messages messages;
    private final LessonPlayerViewModel player;
    private final HandsView hands;
    private final Runnable changed;
    private final Map<Integer, TextField> numbers = new HashMap<>();
    private int selectedItem;

    /** @param changed shows the question again */
    QuestionView(LabContext context, LessonPlayerViewModel player, Runnable changed) {
        messages = context.messages();
        this.player = player;
        hands = new HandsView(messages, player);
        this.changed = changed;
    }

    /** Forgets which item of an order is selected. */
    void reset() {
        selectedItem = 0;
    }

    /** Moves the selected item of an order. */
    void moveSelected(int by) {
        int last = player.items().size() - 1;
        int target = Math.max(0, Math.min(last, selectedItem + by));
        int from = selectedItem;
        selectedItem = target;
        player.moveItem(from, by);
        changed.run();
    }

    /** Selects an item of an order. */
    void selectItem(int index) {
        if (index < player.items().size()) {
            selectedItem = index;
            changed.run();
        }
    }

    List<Node> nodes(LessonState state, Question question) {
        return question.accept(new Question.Visitor<>() {
            @Override
            public List<Node> visit(Question.Choice choice) {
                return options(state, choice);
            }

            @Override
            public List<Node> visit(Question.Numeric number) {
                return List.of(number(state, number));
            }

            @Override
            public List<Node> visit(Question.Order order) {
                return order(state, order);
            }

            @Override
            public List<Node> visit(Question.Sketch sketch) {
                return state.isAsking()
                        ? List.of(Prose.of("lesson-sketch-hint", messages.get("player.sketch.hint"), "muted", "small"))
                        : List.of();
            }
        });
    }

    private List<Node> options(LessonState state, Question.Choice choice) {
        List<Node> options = new ArrayList<>();
        for (int k = 0; k < choice.options().size(); k++) {
            options.add(option(state, choice, k));
        }
        if (state.classMode() && state.isAsking()) {
            options.add(Prose.of("lesson-class-hint", messages.get("player.class.hint"), "muted", "small"));
        }
        return options;
    }

    private Node option(LessonState state, Question.Choice choice, int index) {
        Label key = new Label(Integer.toString(index + 1));
        key.getStyleClass().add("lesson-key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        WrappedText text = Prose.of(
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
            row.getChildren().add(hands.row(state, choice, index));
        }
        row.setOnMouseClicked(event -> {
            if (!state.classMode()) {
                player.choose(index);
            } else {
                player.countHands(index, event.isShiftDown() ? -1 : 1);
            }
        });
        Prediction made = state.record().latest();
        boolean chosen = made instanceof Prediction.OfChoice of && of.option() == index;
        row.pseudoClassStateChanged(CHOSEN, chosen && !revealed);
        if (state.record().outcome() instanceof Outcome.OfChoice outcome) {
            row.pseudoClassStateChanged(RIGHT, outcome.right() == index);
            row.pseudoClassStateChanged(WRONG, chosen && outcome.right() != index);
        }
        return row;
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
    @Nullable
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
            WrappedText text = Prose.of("lesson-item-" + (k + 1), names.getOrDefault(items.get(k), ""));
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
            rows.add(Prose.of("lesson-order-hint", messages.get("player.order.hint"), "muted", "small"));
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
}
