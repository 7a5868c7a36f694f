package hyperlab.app.lesson;

import hyperlab.lesson.Curve;
import hyperlab.lesson.LessonChecker;
import hyperlab.lesson.Question;
import hyperlab.lesson.Score;
import hyperlab.lesson.expression.Readouts;
import java.util.List;

/** A prediction next to the computed answer. */
public sealed interface Outcome {
    Score score();

    /**
     * A choice and the right one.
     *
     * @param chosen the index of the chosen option
     * @param right the index of the right option
     */
    record OfChoice(int chosen, int right) implements Outcome {
        @Override
        public Score score() {
            return new Score.OfChoice(chosen == right);
        }
    }

    record OfNumber(double given, double computed, Score.OfNumber score) implements Outcome {}

    /**
     * An order and the right one.
     *
     * @param computed the ids of the items in the right order
     */
    record OfOrder(List<String> given, List<String> computed, Score.OfOrder score) implements Outcome {
        public OfOrder {
            given = List.copyOf(given);
            computed = List.copyOf(computed);
        }
    }

    record OfSketch(Curve sketched, Curve computed, Score.OfSketch score) implements Outcome {}

    /** The computed answer to a question. */
    sealed interface Answer {
        record OfChoice(int right) implements Answer {}

        record OfNumber(double value) implements Answer {}

        record OfOrder(List<Question.Item> items) implements Answer {
            public OfOrder {
                items = List.copyOf(items);
            }
        }

        record OfSketch(Curve curve) implements Answer {}
    }

    /**
     * Computes the answer.
     *
     * @param readouts the state at the end of the run
     */
    static Answer answer(Question question, Readouts readouts) {
        if (question instanceof Question.Choice choice) {
            return new Answer.OfChoice(LessonChecker.answer(choice, readouts).orElse(choice.answer()));
        }
        if (question instanceof Question.Numeric number) {
            return new Answer.OfNumber(number.truth().value(readouts));
        }
        if (question instanceof Question.Order order) {
            return new Answer.OfOrder(LessonChecker.computedOrder(order, readouts));
        }
        return new Answer.OfSketch(Curve.truth((Question.Sketch) question, readouts));
    }

    /** Scores a prediction; it must be of the same kind as the question. */
    static Outcome of(Question question, Prediction prediction, Answer answer) {
        if (prediction instanceof Prediction.OfChoice given && answer instanceof Answer.OfChoice computed) {
            return new OfChoice(given.option(), computed.right());
        }
        if (prediction instanceof Prediction.OfNumber given
                && answer instanceof Answer.OfNumber computed
                && question instanceof Question.Numeric number) {
            return new OfNumber(
                    given.value(),
                    computed.value(),
                    Score.ofNumber(given.value(), computed.value(), number.tolerance()));
        }
        if (prediction instanceof Prediction.OfOrder given && answer instanceof Answer.OfOrder computed) {
            return new OfOrder(
                    given.items(),
                    computed.items().stream().map(Question.Item::id).toList(),
                    Score.ofOrder(given.items(), computed.items()));
        }
        if (prediction instanceof Prediction.OfSketch given
                && answer instanceof Answer.OfSketch computed
                && question instanceof Question.Sketch sketch) {
            return new OfSketch(
                    given.curve(), computed.curve(), Score.ofSketch(given.curve(), computed.curve(), sketch));
        }
        throw new IllegalArgumentException("the prediction does not fit the question");
    }
}
