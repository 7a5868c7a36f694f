package hyperlab.app.lesson;

import hyperlab.lesson.Curve;
import java.util.List;

/** What the user predicts. */
public sealed interface Prediction {
    /**
     * A choice.
     *
     * @param option the index of the chosen option
     */
    record OfChoice(int option) implements Prediction {}

    record OfNumber(double value) implements Prediction {}

    /**
     * An order.
     *
     * @param items the ids of the items in the user's order
     */
    record OfOrder(List<String> items) implements Prediction {
        public OfOrder {
            items = List.copyOf(items);
        }
    }

    record OfSketch(Curve curve) implements Prediction {}
}
