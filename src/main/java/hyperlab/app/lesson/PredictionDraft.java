package hyperlab.app.lesson;

import hyperlab.lesson.Question;
import hyperlab.lesson.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A prediction before it is committed. */
final class PredictionDraft {
    private PredictionDraft() {}

    /** The open question; null if there is none. */
    static @Nullable Question question(LessonState state) {
        return state.isAsking() && state.step() instanceof Step.Predict predict ? predict.question() : null;
    }

    /** The items of an order as the user has arranged them; at first not in the right order. */
    static List<String> items(LessonState state) {
        if (state.record().latest() instanceof Prediction.OfOrder order) {
            return order.items();
        }
        if (state.step() instanceof Step.Predict predict && predict.question() instanceof Question.Order order) {
            List<String> ids = new ArrayList<>(
                    order.items().stream().map(Question.Item::id).toList());
            Collections.rotate(ids, 1);
            return ids;
        }
        return List.of();
    }

    /** An order with one of its items moved by some places. */
    static Prediction moved(List<String> items, int from, int by) {
        List<String> ids = new ArrayList<>(items);
        int to = Math.max(0, Math.min(ids.size() - 1, from + by));
        ids.add(to, ids.remove(from));
        return new Prediction.OfOrder(ids);
    }

    /**
     * The prediction that would be committed: that of the user, or in the class mode the one with the most hands. Null
     * if there is none.
     */
    static @Nullable Prediction committable(LessonState state) {
        Question question = question(state);
        if (question == null) {
            return null;
        }
        StepRecord record = state.record();
        if (question instanceof Question.Order) {
            return new Prediction.OfOrder(items(state));
        }
        if (state.classMode() && question instanceof Question.Choice) {
            int most = 0;
            for (int option = 1; option < record.hands().size(); option++) {
                most = record.hands(option) > record.hands(most) ? option : most;
            }
            return record.hands(most) == 0 ? record.draft() : new Prediction.OfChoice(most);
        }
        return record.draft();
    }
}
