package hyperlab.lab.learningrate;

import hyperlab.descent.Regime;
import hyperlab.lab.LabContext;
import hyperlab.lab.learningrate.race.PredictionQuiz;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.WrappedText;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Shows the question and its four answers, and after an answer the verdict and the reason. Answers are chosen with the
 * mouse or with keys 1 to 4; N asks the next question.
 */
final class QuizCard extends VBox {
    /** The answers, in the order of keys 1 to 4. */
    private static final List<Regime> REGIMES = List.of(Regime.values());

    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final List<KeyCode> DIGITS = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4);
    private static final List<KeyCode> NUMBER_PAD =
            List.of(KeyCode.NUMPAD1, KeyCode.NUMPAD2, KeyCode.NUMPAD3, KeyCode.NUMPAD4);

    private final Messages messages;
    private final PredictionQuiz quiz;
    private final StringProperty question = new SimpleStringProperty("");
    private final StringProperty verdict = new SimpleStringProperty("");
    private final StringProperty score = new SimpleStringProperty("");
    private final List<Button> answers = new ArrayList<>();
    private final Button next = new Button();
    private final EventHandler<KeyEvent> keyHandler = this::handleKey;

    QuizCard(LabContext context, PredictionQuiz quiz) {
        this.messages = context.messages();
        this.quiz = quiz;
        setId("learning-rate-ask-card");
        getStyleClass().addAll("learning-rate-lab", "ask");
        WrappedText questionText = new WrappedText(question, "ask-question");
        questionText.setId("learning-rate-ask-question");
        HBox.setHgrow(questionText, Priority.ALWAYS);
        Label scoreLabel = new Label();
        scoreLabel.setId("learning-rate-ask-score");
        scoreLabel.textProperty().bind(score);
        scoreLabel.getStyleClass().add("ask-score");
        scoreLabel.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(12, questionText, scoreLabel);
        HBox row = new HBox(8);
        row.setAlignment(Pos.CENTER_LEFT);
        for (Regime regime : REGIMES) {
            answers.add(answer(regime));
        }
        row.getChildren().addAll(answers);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        next.setId("learning-rate-ask-next");
        next.textProperty().bind(messages.bind("learning-rate.ask.next"));
        next.setMinWidth(USE_PREF_SIZE);
        next.setOnAction(event -> quiz.next());
        row.getChildren().addAll(gap, Hints.withHint(next, messages.bind("learning-rate.ask.next.hint")));
        WrappedText verdictText = new WrappedText(verdict);
        verdictText.setId("learning-rate-ask-verdict");
        verdictText.visibleProperty().bind(verdict.isNotEmpty());
        verdictText.managedProperty().bind(verdictText.visibleProperty());
        getChildren().addAll(head, row, verdictText);
        managedProperty().bind(visibleProperty());
        sceneProperty().addListener((observed, before, now) -> listen(before, now));
        quiz.questionProperty().addListener((observed, before, now) -> show());
        messages.languageProperty().addListener((observed, before, now) -> show());
        show();
    }

    private Button answer(Regime regime) {
        int number = REGIMES.indexOf(regime) + 1;
        Button button = new Button();
        button.setId("learning-rate-ask-" + number);
        button.getStyleClass().add("ask-answer");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> quiz.answer(regime));
        return Hints.withHint(button, messages.bind("learning-rate.ask.hint." + LearningRateText.style(regime)));
    }

    private void listen(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removeEventHandler(KeyEvent.KEY_PRESSED, keyHandler);
        }
        if (now != null) {
            now.addEventHandler(KeyEvent.KEY_PRESSED, keyHandler);
        }
    }

    /** Handles the quiz shortcuts, except while a text field has the focus. */
    private void handleKey(KeyEvent event) {
        boolean free = !event.isShortcutDown()
                && !event.isAltDown()
                && getScene() != null
                && !(getScene().getFocusOwner() instanceof TextInputControl);
        if (!free || !quiz.enabledProperty().get()) {
            return;
        }
        int index = Math.max(DIGITS.indexOf(event.getCode()), NUMBER_PAD.indexOf(event.getCode()));
        if (index >= 0) {
            quiz.answer(REGIMES.get(index));
            event.consume();
        } else if (event.getCode() == KeyCode.N) {
            quiz.next();
            event.consume();
        }
    }

    private void show() {
        PredictionQuiz.Question now = quiz.questionProperty().get();
        QuizText text = new QuizText(messages.texts());
        setVisible(now.subject() != null);
        question.set(text.question(now));
        score.set(text.score(now));
        verdict.set((text.verdict(now) + " " + text.explain(now)).strip());
        for (Regime regime : REGIMES) {
            Button button = answers.get(REGIMES.indexOf(regime));
            button.setDisable(!now.isOpen());
            PredictionQuiz.QuizSubject subject = now.subject();
            button.setText(messages.get(
                    "learning-rate.ask.answer",
                    Integer.toString(REGIMES.indexOf(regime) + 1),
                    messages.get(QuizText.answerKey(subject, regime))));
            boolean answered = now.isAnswered();
            boolean correct = subject != null && answered && subject.accepts(regime);
            button.pseudoClassStateChanged(RIGHT, correct);
            button.pseudoClassStateChanged(WRONG, answered && now.answer() == regime && !correct);
        }
    }
}
