package hyperlab.app.ask;

import hyperlab.app.lesson.EnteredNumber;
import hyperlab.lesson.Question;
import hyperlab.lesson.ask.Asked;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.ui.Messages;
import hyperlab.ui.NodeListeners;
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
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Asks, takes a prediction, and explains: a card above the insight, which it replaces while the results are hidden, or
 * a low bar above the stage of a narrow window, with the options side by side.
 */
final class AskCard extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /** The preferred width of a part of the bar; parts that are side by side get the same share of what is left. */
    private static final double BAR_PART_WIDTH = 80;

    /** The part of the bar's width for the reason. */
    private static final double REASON_PERCENT = 200.0 / 3;

    private static final String BAR_STYLE = "ask-bar";

    private final Messages messages;
    private final AskViewModel model;
    private final Runnable next;
    private final Label score = new Label();
    private final VBox content = new VBox();
    /** The question of the bar. */
    private final StackPane question = new StackPane();

    private final HBox cardHead;
    private final HBox barHead;
    private final Button commit = new Button();
    private final Button another = new Button();
    private final TextField number = new TextField();
    private final List<Node> buttons;
    private boolean bar;

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
        buttons = List.of(
                score,
                Icons.button("ask-class", "fth-users", messages.bind("ask.card.class"), model::toggleClassMode),
                Icons.button("ask-end", "fth-x", messages.bind("ask.card.end"), end));
        cardHead = new HBox(title, gap);
        barHead = new HBox();
        HBox.setHgrow(question, Priority.ALWAYS);
        question.setMinWidth(0);
        for (HBox head : List.of(cardHead, barHead)) {
            head.getStyleClass().add("ask-head");
            head.setAlignment(Pos.CENTER_LEFT);
        }
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
        arrange();
        model.stateProperty().addListener((observed, before, now) -> show(before, now));
        NodeListeners.listen(this, messages.languageProperty(), () -> show(model.state(), model.state()));
        show(model.state(), model.state());
    }

    private void next() {
        next.run();
    }

    /** Makes it a low bar, or a card again. */
    void setBar(boolean nowBar) {
        if (bar != nowBar) {
            bar = nowBar;
            arrange();
            show(model.state(), model.state());
        }
    }

    boolean isBar() {
        return bar;
    }

    private void arrange() {
        cardHead.getChildren().removeAll(buttons);
        barHead.getChildren().clear();
        getChildren().clear();
        getStyleClass().remove(BAR_STYLE);
        if (bar) {
            getStyleClass().add(BAR_STYLE);
            barHead.getChildren().addAll(question, commit, another);
            barHead.getChildren().addAll(buttons);
            getChildren().addAll(barHead, content);
        } else {
            cardHead.getChildren().addAll(buttons);
            getChildren().addAll(cardHead, content, commit, another);
        }
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
        showContent(now);
        number.setDisable(!now.isOpen());
        commit.setDisable(!now.canCommit());
        setShown(commit, now.isOpen());
        setShown(another, now.committed());
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void showContent(AskCardState now) {
        List<Node> nodes = new ArrayList<>();
        List<Node> answers = now.asked() instanceof AskedQuestion asked ? answers(now, asked) : List.of();
        if (bar) {
            HBox row = new HBox();
            row.getStyleClass().add("ask-bar-answers");
            row.getChildren().setAll(answers);
            question.getChildren().setAll(List.of(question(now)));
            nodes.add(row);
        } else {
            question.getChildren().clear();
            nodes.add(question(now));
            nodes.addAll(answers);
        }
        List<Node> notes = now.asked() instanceof AskedQuestion asked ? notes(now, asked) : List.of();
        if (bar && now.committed() && !now.countsHands() && notes.size() > 1) {
            nodes.set(0, explained(now, answers, notes));
        } else if (bar && notes.size() > 1) {
            notes.forEach(AskCard::shareWidth);
            HBox row = new HBox();
            row.getStyleClass().add("ask-bar-answers");
            row.getChildren().setAll(notes);
            nodes.add(row);
        } else {
            nodes.addAll(notes);
        }
        content.getChildren().setAll(nodes);
    }

    /** The answers with the reason next to them, so that the bar stays low. */
    private static Node explained(AskCardState now, List<Node> answers, List<Node> notes) {
        VBox left = new VBox();
        left.getChildren().setAll(answers);
        VBox right = new VBox();
        right.getChildren().setAll(notes);
        if (now.isRight()) {
            left.getChildren().add(notes.get(0));
        }
        GridPane row = new GridPane();
        for (double percent : new double[] {REASON_PERCENT / 2, REASON_PERCENT}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            row.getColumnConstraints().add(column);
        }
        for (VBox part : List.of(left, right)) {
            part.getStyleClass().add("ask-bar-part");
            row.add(part, row.getChildren().size(), 0);
        }
        row.getStyleClass().add("ask-bar-explained");
        return row;
    }

    private Node question(AskCardState now) {
        if (now.asked() == null) {
            return prose("ask-preparing", messages.get("ask.card.preparing"), "muted");
        }
        return now.asked() instanceof AskedQuestion asked
                ? prose("ask-question", asked.title(), "ask-question")
                : prose("ask-none", ((Asked.NoQuestion) now.asked()).reason());
    }

    private List<Node> answers(AskCardState now, AskedQuestion asked) {
        if (!(asked.question() instanceof Question.Choice choice)) {
            HBox row = new HBox(number);
            row.setAlignment(Pos.CENTER_LEFT);
            return List.of(row);
        }
        List<Node> options = new ArrayList<>();
        for (int k = 0; k < choice.options().size(); k++) {
            if (staysShown(now, choice, k)) {
                options.add(option(now, choice, k));
            }
        }
        return options;
    }

    private List<Node> notes(AskCardState now, AskedQuestion asked) {
        if (!now.committed()) {
            String hint = now.countsHands()
                    ? "ask.card.class.hint"
                    : asked.question() instanceof Question.Numeric ? "ask.card.number" : "ask.card.hidden";
            return List.of(prose("ask-hint", messages.get(hint), "muted", "small"));
        }
        WrappedText verdict = prose("ask-verdict", new AskText(messages.texts()).verdict(now, asked), "lesson-verdict");
        verdict.pseudoClassStateChanged(RIGHT, !now.countsHands() && now.isRight());
        verdict.pseudoClassStateChanged(WRONG, !now.countsHands() && !now.isRight());
        return List.of(verdict, prose("ask-why", asked.explanation()));
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
        if (bar) {
            shareWidth(row);
        }
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

    /** Gives parts of the bar that are side by side the same width. */
    private static void shareWidth(Node part) {
        if (part instanceof Region region) {
            region.setPrefWidth(BAR_PART_WIDTH);
            region.setMinWidth(0);
            region.setMaxWidth(Double.MAX_VALUE);
        }
        HBox.setHgrow(part, Priority.ALWAYS);
    }

    private static WrappedText prose(String id, String text, String... styles) {
        WrappedText prose = new WrappedText(new ReadOnlyStringWrapper(text), styles);
        prose.setId(id);
        return prose;
    }
}
