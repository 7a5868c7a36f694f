package hyperlab.lab.learn.exercise;

import hyperlab.text.Language;
import hyperlab.ui.Messages;
import hyperlab.ui.NodeListeners;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.WrappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The exercises of a page in one language, with the score of the page. Takes no space while they are read, and if the
 * page has none.
 */
public final class ExercisesPane extends VBox {
    private final HBox head;
    private final Function<ExerciseViewModel, ExerciseCard> newCard;
    private final List<ExerciseCard> cards = new ArrayList<>();

    public ExercisesPane(String page, Language language, ExercisesViewModel model, Messages messages, PageParts parts) {
        getStyleClass().add("page-exercises");
        newCard = exercise -> new ExerciseCard(cards.size() + 1, language, exercise, messages, parts);
        WrappedText title = new WrappedText(messages.bind("learn.exercises.title"), "page-heading");
        HBox.setHgrow(title, Priority.ALWAYS);
        Label score = new Label();
        score.setId("learn-exercises-score");
        score.getStyleClass().add("caption");
        score.setMinWidth(Region.USE_PREF_SIZE);
        score.textProperty().bind(messages.compute(() -> score(model.score(page), messages), model.scoresProperty()));
        Button reset = new Button();
        reset.setId("learn-exercises-reset");
        reset.textProperty().bind(messages.bind("learn.exercises.reset"));
        reset.setMinWidth(Region.USE_PREF_SIZE);
        ObservableValue<Boolean> answered = model.scoresProperty().map(scores -> scores.containsKey(page));
        reset.visibleProperty().bind(answered);
        reset.managedProperty().bind(answered);
        reset.setOnAction(event -> {
            model.reset(page);
            cards.get(0).focusFirst();
        });
        head = new HBox(title, score, Hints.withHint(reset, messages.bind("learn.exercises.reset.hint")));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("page-exercises-head");
        ObservableValue<List<ExerciseViewModel>> exercises = model.exercisesProperty(page);
        NodeListeners.listen(this, exercises, () -> show(exercises.getValue()));
        show(exercises.getValue());
    }

    private void show(List<ExerciseViewModel> exercises) {
        setVisible(!exercises.isEmpty());
        setManaged(!exercises.isEmpty());
        cards.clear();
        exercises.forEach(exercise -> cards.add(newCard.apply(exercise)));
        getChildren().setAll(head);
        getChildren().addAll(cards);
    }

    private static String score(PageScore score, Messages messages) {
        return score.answered() == 0
                ? ""
                : messages.get(
                        "learn.exercises.score", Integer.toString(score.right()), Integer.toString(score.total()));
    }
}
