package hyperlab.app.lesson;

import hyperlab.lesson.Question;
import hyperlab.ui.Messages;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * The raised hands for the options of a question: their numbers, and bars next to each other. While the question is
 * open, each number can be typed.
 */
final class HandsView {
    private static final double WIDEST_BAR = 60;
    private static final int MAX_DIGITS = 3;

    private final Messages messages;
    private final LessonPlayerViewModel player;
    private final Map<String, TextField> fields = new HashMap<>();

    HandsView(Messages messages, LessonPlayerViewModel player) {
        this.messages = messages;
        this.player = player;
    }

    Node row(LessonState state, Question.Choice choice, int index) {
        int most = 1;
        for (int k = 0; k < choice.options().size(); k++) {
            most = Math.max(most, state.record().hands(k));
        }
        Region bar = new Region();
        bar.getStyleClass().add("lesson-hands-bar");
        double width = WIDEST_BAR * state.record().hands(index) / most;
        bar.setMinWidth(width);
        bar.setPrefWidth(width);
        bar.setMaxWidth(width);
        HBox hands = new HBox(bar, state.isAsking() ? field(state, index) : count(state, index));
        hands.getStyleClass().add("lesson-hands-row");
        hands.setAlignment(Pos.CENTER_RIGHT);
        return hands;
    }

    private static Node count(LessonState state, int index) {
        Label count = new Label(Integer.toString(state.record().hands(index)));
        count.setId("lesson-hands-" + (index + 1));
        count.getStyleClass().add("lesson-hands");
        count.setMinWidth(Region.USE_PREF_SIZE);
        return count;
    }

    /** The field stays the same while the question is open, so that it keeps the focus. */
    private TextField field(LessonState state, int index) {
        int step = state.index();
        TextField field = fields.computeIfAbsent(step + "." + index, key -> {
            TextField created = new TextField();
            created.setId("lesson-hands-" + (index + 1));
            created.getStyleClass().addAll("lesson-hands", "lesson-hands-field");
            created.accessibleTextProperty()
                    .bind(messages.compute(() -> messages.get("player.class.field", Integer.toString(index + 1))));
            created.textProperty().addListener((observed, before, now) -> {
                if (created.isFocused() && player.state().index() == step) {
                    player.setHands(index, hands(now));
                }
            });
            return created;
        });
        String count = Integer.toString(state.record().hands(index));
        if (!field.isFocused() && !field.getText().equals(count)) {
            field.setText(count);
        }
        return field;
    }

    /** The number that was typed; 0 for anything else. */
    private static int hands(String text) {
        String digits = text.strip();
        return digits.matches("[0-9]{1," + MAX_DIGITS + "}") ? Integer.parseInt(digits) : 0;
    }
}
