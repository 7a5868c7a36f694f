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
        return question.accept(new Question.Visitor<>() {
            @Override
            public Answer visit(Question.Choice choice) {
                return new Answer.OfChoice(
                        LessonChecker.answer(choice, readouts).orElse(choice.answer()));
            }

            @Override
            public Answer visit(Question.Numeric number) {
                return new Answer.OfNumber(number.truth().value(readouts));
            }

            @Override
            public Answer visit(Question.Order order) {
                return new Answer.OfOrder(LessonChecker.computedOrder(order, readouts));
            }

            @Override
            public Answer visit(Question.Sketch sketch) {
                return new Answer.OfSketch(Curve.truth(sketch, readouts));
            }
        });
    }

    /** Scores a prediction; it and the answer must be of the same kind as the question. */
    static Outcome of(Question question, Prediction prediction, Answer answer) {
        return question.accept(new Question.Visitor<>() {
            @Override
            public Outcome visit(Question.Choice choice) {
                return new OfChoice(((Prediction.OfChoice) prediction).option(), ((Answer.OfChoice) answer).right());
            }

            @Override
            public Outcome visit(Question.Numeric number) {
                double given = ((Prediction.OfNumber) prediction).value();
                double computed = ((Answer.OfNumber) answer).value();
                return new OfNumber(given, computed, Score.ofNumber(given, computed, number.tolerance()));
            }

            @Override
            public Outcome visit(Question.Order order) {
                List<String> given = ((Prediction.OfOrder) prediction).items();
                List<Question.Item> computed = ((Answer.OfOrder) answer).items();
                return new OfOrder(
                        given, computed.stream().map(Question.Item::id).toList(), Score.ofOrder(given, computed));
            }

            @Override
            public Outcome visit(Question.Sketch sketch) {
                Curve given = ((Prediction.OfSketch) prediction).curve();
                Curve computed = ((Answer.OfSketch) answer).curve();
                return new OfSketch(given, computed, Score.ofSketch(given, computed, sketch));
            }
        });
    }
}
