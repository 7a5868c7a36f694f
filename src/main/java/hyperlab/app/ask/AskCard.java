package hyperlab.app.ask;

import hyperlab.app.lesson.EnteredNumber;
import hyperlab.lesson.Question;
import hyperlab.lesson.ask.Asked;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyStringWrapper;
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
import javafx.scene.layout.VBox;

/** The card that asks, takes a prediction, and explains; above the insight, which it replaces while the results are hidden. */
final class AskCard extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Messages messages;
    private final AskViewModel model;
    private final Runnable next;
    private final Label score = new Label();
    private final VBox content = new VBox();
    private final Button commit = new Button();
    private final Button another = new Button();
    private final TextField number = new TextField();

    AskCard(Messages messages, AskViewModel model, Runnable next, Runnable end) {
        this.messages = messages;
        this.model = model;
        this.next = next;
        setId("ask-card");
        getStyleClass().add("ask-card");
        Label title = new Label();
        title.textProperty().bind(messages.bind("ask.card.title"));
        title.setGraphic(Icons.icon("fth-help-circle"));
        title.getStyleClass().add("lesson-kind");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        score.setId("ask-score");
        score.getStyleClass().add("ask-score");
        score.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(
                title,
                gap,
                score,
                Icons.button("ask-class", "fth-users", messages.bind("ask.card.class"), model::toggleClassMode),
                Icons.button("ask-end", "fth-x", messages.bind("ask.card.end"), end));
        head.getStyleClass().add("ask-head");
        head.setAlignment(Pos.CENTER_LEFT);
        content.setId("ask-content");
        content.getStyleClass().add("lesson-content");
        number.setId("ask-number");
        number.getStyleClass().add("lesson-number");
        number.promptTextProperty().bind(messages.bind("player.number.prompt"));
        number.accessibleTextProperty().bind(messages.bind("player.number.prompt"));
        number.textProperty().addListener((observed, before, now) -> {
            OptionalDouble parsed = EnteredNumber.parse(now);
            model.enterNumber(parsed.isPresent() ? Double.valueOf(parsed.getAsDouble()) : null);
        });
        commit.setId("ask-commit");
        commit.getStyleClass().add("accent");
        commit.setMinWidth(Region.USE_PREF_SIZE);
        commit.textProperty().bind(messages.bind("ask.card.commit"));
        commit.setOnAction(event -> model.commit());
        another.setId("ask-next");
        another.setMinWidth(Region.USE_PREF_SIZE);
        another.textProperty().bind(messages.bind("ask.card.next"));
        another.setOnAction(event -> next());
        getChildren().addAll(head, content, commit, another);
        model.stateProperty().addListener((observed, before, now) -> show(before, now));
        messages.languageProperty().addListener((observed, before, now) -> show(model.state(), model.state()));
        show(model.state(), model.state());
    }

    private void next() {
        next.run();
    }

    /** The field for a number. */
    TextField numberField() {
        return number;
    }

    private void show(AskCardState before, AskCardState now) {
        if (before.asked() != null && now.asked() == null) {
            number.clear();
        }
        score.setText(new AskText(messages.texts()).score(now));
        content.getChildren().setAll(nodes(now));
        number.setDisable(!now.isOpen());
        commit.setDisable(!now.canCommit());
        setShown(commit, now.isOpen());
        setShown(another, now.committed());
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private List<Node> nodes(AskCardState now) {
        if (now.asked() == null) {
            return List.of(prose("ask-preparing", messages.get("ask.card.preparing"), "muted"));
        }
        if (now.asked() instanceof Asked.NoQuestion none) {
            return List.of(prose("ask-none", none.reason()));
        }
        AskedQuestion asked = (AskedQuestion) now.asked();
        List<Node> nodes = new ArrayList<>();
        nodes.add(prose("ask-question", asked.title(), "ask-question"));
        if (asked.question() instanceof Question.Choice choice) {
            for (int k = 0; k < choice.options().size(); k++) {
                if (staysShown(now, choice, k)) {
                    nodes.add(option(now, choice, k));
                }
            }
        } else {
            HBox row = new HBox(number);
            row.setAlignment(Pos.CENTER_LEFT);
            nodes.add(row);
        }
        if (now.committed()) {
            WrappedText verdict =
                    prose("ask-verdict", new AskText(messages.texts()).verdict(now, asked), "lesson-verdict");
            verdict.pseudoClassStateChanged(RIGHT, !now.countsHands() && now.isRight());
            verdict.pseudoClassStateChanged(WRONG, !now.countsHands() && !now.isRight());
            nodes.add(verdict);
            nodes.add(prose("ask-why", asked.explanation()));
        } else {
            String hint = now.countsHands()
                    ? "ask.card.class.hint"
                    : asked.question() instanceof Question.Numeric ? "ask.card.number" : "ask.card.hidden";
            nodes.add(prose("ask-hint", messages.get(hint), "muted", "small"));
        }
        return nodes;
    }

    /** Once the prediction is committed, only the chosen and the right options stay, to make room for the reason. */
    private static boolean staysShown(AskCardState now, Question.Choice choice, int index) {
        boolean chosen = now.chosen() != null && now.chosen() == index;
        return !now.committed()
                || now.countsHands()
                || chosen
                || choice.options().get(index).correct();
    }

    private Node option(AskCardState now, Question.Choice choice, int index) {
        Label key = new Label(Integer.toString(index + 1));
        key.getStyleClass().add("lesson-key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        WrappedText text = prose(
                "ask-option-text-" + (index + 1), choice.options().get(index).text());
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(key, text);
        row.setId("ask-option-" + (index + 1));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("lesson-option-row", "lesson-item", "lesson-option");
        row.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        row.setAccessibleText(choice.options().get(index).text());
        if (now.countsHands()) {
            Label hands = new Label(Integer.toString(now.hands(index)));
            hands.setId("ask-hands-" + (index + 1));
            hands.getStyleClass().add("lesson-hands");
            hands.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(hands);
        }
        row.setOnMouseClicked(event -> {
            model.choose(index);
            model.countHands(index, event.isShiftDown() ? -1 : 1);
        });
        boolean chosen = now.chosen() != null && now.chosen() == index;
        boolean correct = choice.options().get(index).correct();
        row.pseudoClassStateChanged(CHOSEN, chosen && !now.committed());
        row.pseudoClassStateChanged(RIGHT, now.committed() && correct);
        row.pseudoClassStateChanged(WRONG, now.committed() && chosen && !correct);
        return row;
    }

    private static WrappedText prose(String id, String text, String... styles) {
        WrappedText prose = new WrappedText(new ReadOnlyStringWrapper(text), styles);
        prose.setId(id);
        return prose;
    }
}
