package hyperlab.app.lesson;

import hyperlab.lesson.Step;
import hyperlab.ui.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The end of a lesson: what was predicted in each step, its score, and which goals were reached. */
final class SummaryView {
    private final Messages messages;

    SummaryView(Messages messages) {
        this.messages = messages;
    }

    List<Node> nodes(LessonState state) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Prose.of(
                "lesson-title", messages.get("player.finished", state.lesson().title()), "lesson-title"));
        nodes.add(Prose.of(
                "lesson-score",
                state.score().isPresent()
                        ? messages.get(
                                "player.score",
                                Integer.toString(state.scoredCount()),
                                Integer.toString(state.predictionCount()),
                                OutcomeText.percent(state.score().getAsDouble()))
                        : messages.get("player.score.none")));
        OutcomeText text = new OutcomeText(messages.texts());
        for (int k = 0; k < state.records().size(); k++) {
            Step step = state.lesson().steps().get(k);
            String line = text.summary(step, state.records().get(k));
            if (!line.isEmpty()) {
                nodes.add(line(k + 1, line));
            }
        }
        List<String> misconceptions = OutcomeText.misconceptions(state);
        if (!misconceptions.isEmpty()) {
            nodes.add(Prose.of(
                    "lesson-misconceptions",
                    messages.get("player.score.misconceptions", String.join(" · ", misconceptions))));
        }
        nodes.add(Prose.of("lesson-save-hint", messages.get("player.save.hint"), "muted", "small"));
        return nodes;
    }

    private static Node line(int number, String text) {
        Node words = Prose.of("lesson-summary-" + number, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label place = new Label(number + ".");
        place.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(place, words);
        line.getStyleClass().add("lesson-summary-line");
        return line;
    }
}
