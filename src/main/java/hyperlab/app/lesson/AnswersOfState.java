package hyperlab.app.lesson;

import hyperlab.lesson.Curve;
import hyperlab.lesson.Question;
import hyperlab.lesson.Step;
import hyperlab.lesson.answers.LessonAnswers;
import hyperlab.lesson.answers.LessonAnswers.Answer;
import hyperlab.lesson.answers.LessonAnswers.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The predictions and the sentences of a student, to be saved in a file. */
final class AnswersOfState {
    private AnswersOfState() {}

    /**
     * The answers so far.
     *
     * @param sha256 the SHA-256 of the lesson's file
     * @param name what the student typed as a name; may be blank
     */
    static LessonAnswers of(LessonState state, String sha256, String name) {
        List<Answer> answers = IntStream.range(0, state.records().size())
                .mapToObj(index -> answer(
                        index + 1,
                        state.lesson().steps().get(index),
                        state.records().get(index)))
                .filter(Objects::nonNull)
                .toList();
        return new LessonAnswers(
                state.lesson().title(), sha256, Optional.of(name.strip()).filter(given -> !given.isEmpty()), answers);
    }

    private static @Nullable Answer answer(int number, Step step, StepRecord record) {
        Prediction made = record.committed();
        Outcome outcome = record.outcome();
        Optional<Double> score =
                outcome == null ? Optional.empty() : Optional.of(outcome.score().value());
        if (step instanceof Step.Predict predict && made != null) {
            if (made instanceof Prediction.OfChoice choice && predict.question() instanceof Question.Choice asked) {
                Question.Option option = asked.options().get(choice.option());
                boolean wrong = outcome != null && outcome.score().value() < 1;
                return new Answer(
                        number,
                        Kind.CHOICE,
                        option.id(),
                        score,
                        wrong ? Optional.ofNullable(option.misconception()) : Optional.empty());
            }
            if (made instanceof Prediction.OfNumber of) {
                return new Answer(number, Kind.NUMBER, Double.toString(of.value()), score, Optional.empty());
            }
            if (made instanceof Prediction.OfOrder order) {
                return new Answer(number, Kind.ORDER, String.join(", ", order.items()), score, Optional.empty());
            }
            return new Answer(
                    number, Kind.SKETCH, points(((Prediction.OfSketch) made).curve()), score, Optional.empty());
        }
        boolean tried =
                !record.attempt().settings().isEmpty() || record.attempt().solutionShown();
        if (step instanceof Step.Reach && tried) {
            double reached = record.goalMet() ? 1 : 0;
            return new Answer(
                    number,
                    Kind.REACH,
                    OutcomeText.settings(record.attempt().settings()),
                    Optional.of(reached),
                    Optional.empty());
        }
        return step instanceof Step.Explain && !record.words().isBlank()
                ? new Answer(number, Kind.WORDS, record.words().strip(), Optional.empty(), Optional.empty())
                : null;
    }

    private static String points(Curve curve) {
        List<String> points = new ArrayList<>();
        for (int k = 0; k < curve.x().length; k++) {
            if (Double.isFinite(curve.y()[k])) {
                points.add(curve.x()[k] + " " + curve.y()[k]);
            }
        }
        return points.stream().collect(Collectors.joining("; "));
    }
}
