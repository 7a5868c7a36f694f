package hyperlab.lab.learn.exercise;

import hyperlab.learn.Block;
import hyperlab.lesson.Exercise;
import hyperlab.lesson.LessonText;
import hyperlab.lesson.Question;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.NodeListeners;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.field.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** An exercise in one language: the question, the answer of the user, and then the verdict with the explanation. */
final class ExerciseCard extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Language language;
    private final Exercise exercise;
    private final ExerciseViewModel model;
    private final PageParts parts;
    private final String id;
    private final ToggleGroup group = new ToggleGroup();
    private final List<RadioButton> radios = new ArrayList<>();
    private final List<HBox> rows = new ArrayList<>();
    private final TextField number = new TextField();
    private final Button check = new Button();
    private final ReadOnlyStringWrapper verdictText = new ReadOnlyStringWrapper("");
    private final WrappedText verdict = new WrappedText(verdictText, "lesson-verdict");
    private final StackPane explanation = new StackPane();
    private final Button tryIt;

    /** @param index counted from 1 */
    ExerciseCard(int index, Language language, ExerciseViewModel model, Messages messages, PageParts parts) {
        this.language = language;
        this.model = model;
        this.parts = parts;
        exercise = model.exercise(language);
        id = "learn-exercise-" + index;
        setId(id);
        getStyleClass().addAll("stage-card", "page-exercise");
        String title = exercise.question().scene().title();
        WrappedText question = new WrappedText(new ReadOnlyStringWrapper(index + ". " + title), "exercise-title");
        question.setId(id + "-question");
        getChildren().add(question);
        LessonText text = exercise.question().scene().text();
        if (!text.isEmpty()) {
            getChildren().add(parts.text(text.blocks(value -> "")));
        }
        if (exercise.question().question() instanceof Question.Choice choice) {
            getChildren().add(options(title, choice));
        } else {
            getChildren()
                    .add(numberRow(title, (Question.Numeric) exercise.question().question(), messages));
        }
        check.setId(id + "-check");
        check.textProperty().bind(messages.bind("learn.exercise.check"));
        check.setMinWidth(Region.USE_PREF_SIZE);
        check.getStyleClass().add("accent");
        check.managedProperty().bind(check.visibleProperty());
        check.setOnAction(event -> commit());
        verdict.setId(id + "-verdict");
        verdict.managedProperty().bind(verdict.visibleProperty());
        explanation.setId(id + "-explanation");
        explanation.managedProperty().bind(explanation.visibleProperty());
        tryIt = parts.link(
                id + "-try",
                messages.get("learn.exercise.try"),
                exercise.question().scene().document());
        tryIt.managedProperty().bind(tryIt.visibleProperty());
        getChildren().addAll(check, verdict, explanation, tryIt);
        revealOnFocus(check);
        revealOnFocus(tryIt);
        addEventFilter(KeyEvent.KEY_PRESSED, this::handleKey);
        NodeListeners.listen(this, model.stateProperty(), () -> {
            show(model.state());
            if (tryIt.isFocused()) {
                parts.reveal(tryIt);
            }
        });
        show(model.state());
    }

    private Node options(String title, Question.Choice choice) {
        VBox options = new VBox();
        options.getStyleClass().add("exercise-options");
        for (int k = 0; k < choice.options().size(); k++) {
            options.getChildren().add(option(title, k, choice.options().get(k).text()));
        }
        group.selectedToggleProperty().addListener((observed, before, now) -> {
            if (now != null) {
                model.choose(radios.indexOf((RadioButton) now));
            }
        });
        return options;
    }

    private Node option(String title, int index, String words) {
        RadioButton radio = new RadioButton(Integer.toString(index + 1));
        radio.setId(id + "-option-" + (index + 1));
        radio.setToggleGroup(group);
        radio.setMinWidth(Region.USE_PREF_SIZE);
        radio.setAccessibleText(words);
        radio.setAccessibleHelp(title);
        radios.add(radio);
        revealOnFocus(radio);
        WrappedText text = new WrappedText(new ReadOnlyStringWrapper(words), "exercise-option-text");
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(radio, text);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("lesson-item", "exercise-option");
        row.setOnMouseClicked(event -> {
            if (model.state().isAsking()) {
                radio.requestFocus();
                radio.setSelected(true);
            }
        });
        rows.add(row);
        return row;
    }

    private Node numberRow(String title, Question.Numeric question, Messages messages) {
        number.setId(id + "-number");
        number.getStyleClass().add("lesson-number");
        number.promptTextProperty().bind(messages.bind("player.number.prompt"));
        number.setAccessibleText(title);
        revealOnFocus(number);
        number.textProperty().addListener((observed, before, now) -> {
            OptionalDouble value = NumberText.parse(now.replace(',', '.'));
            model.enterNumber(value.isPresent() ? value.getAsDouble() : null);
            show(model.state());
        });
        HBox row = new HBox(number, new Label(question.unit()));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("lesson-number-row");
        return row;
    }

    private void revealOnFocus(Node control) {
        control.focusedProperty().addListener((observed, before, now) -> {
            if (now) {
                parts.reveal(control);
            }
        });
    }

    /** Gives the focus to the first control of the question. */
    void focusFirst() {
        if (radios.isEmpty()) {
            number.requestFocus();
        } else {
            radios.get(0).requestFocus();
        }
    }

    private void commit() {
        if (model.state().canCommit()) {
            model.commit();
            tryIt.requestFocus();
        } else if (model.state().isAsking()) {
            Texts texts = Texts.in(language);
            verdictText.set(texts.get(radios.isEmpty() ? "player.commit.number" : "player.commit.choice"));
            verdict.setVisible(true);
            verdict.setAccessibleText(verdictText.get());
        }
    }

    /** A number key chooses an option, and Enter commits the answer or presses the button that has the focus. */
    private void handleKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isControlDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            if (tryIt.isFocused()) {
                tryIt.fire();
            } else {
                commit();
            }
            event.consume();
            return;
        }
        int digit = event.getCode().isDigitKey() && event.getText().matches("[1-9]")
                ? Integer.parseInt(event.getText()) - 1
                : -1;
        if (digit >= 0 && digit < radios.size() && model.state().isAsking()) {
            radios.get(digit).requestFocus();
            radios.get(digit).setSelected(true);
            event.consume();
        }
    }

    private void show(ExerciseState state) {
        Texts texts = Texts.in(language);
        ExerciseResult result = state.result();
        showOptions(state);
        if (state.given() == null
                && state.isAsking()
                && NumberText.parse(number.getText()).isPresent()) {
            number.clear();
        }
        number.setDisable(!state.isAsking());
        check.setDisable(!state.canCommit());
        check.setVisible(state.isAsking());
        verdictText.set(verdict(state, texts));
        verdict.setVisible(!verdictText.get().isEmpty());
        verdict.setAccessibleText(verdictText.get());
        verdict.pseudoClassStateChanged(RIGHT, result != null && result.right());
        verdict.pseudoClassStateChanged(WRONG, result != null && !result.right());
        explanation.setVisible(result != null);
        explanation.getChildren().setAll(result == null ? List.of() : List.of(explanation(result)));
        tryIt.setVisible(state.committed());
        tryIt.setAccessibleText(verdictText.get() + " " + texts.get("learn.exercise.try"));
    }

    private String verdict(ExerciseState state, Texts texts) {
        if (state.isAsking() && !Double.isNaN(state.earlier())) {
            return texts.get(state.earlier() == 1 ? "learn.exercise.earlier.right" : "learn.exercise.earlier.wrong");
        }
        return VerdictText.of(exercise.question().question(), state, texts);
    }

    private Node explanation(ExerciseResult result) {
        String title = exercise.explanation().scene().title();
        List<Block> blocks = result.explanations().getOrDefault(language, List.of());
        VBox box = new VBox(new WrappedText(new ReadOnlyStringWrapper(title), "exercise-title"), parts.text(blocks));
        box.getStyleClass().add("exercise-explanation");
        return box;
    }

    private void showOptions(ExerciseState state) {
        int chosen = state.given() instanceof GivenAnswer.OfChoice of ? of.option() : -1;
        if (chosen < 0) {
            group.selectToggle(null);
        } else if (!radios.get(chosen).isSelected()) {
            radios.get(chosen).setSelected(true);
        }
        ExerciseResult result = state.result();
        for (int k = 0; k < rows.size(); k++) {
            radios.get(k).setMouseTransparent(!state.isAsking());
            radios.get(k).setFocusTraversable(state.isAsking());
            rows.get(k).pseudoClassStateChanged(CHOSEN, k == chosen && result == null);
            rows.get(k).pseudoClassStateChanged(RIGHT, result != null && k == result.rightOption());
            rows.get(k).pseudoClassStateChanged(WRONG, result != null && k == chosen && !result.right());
        }
    }
}
