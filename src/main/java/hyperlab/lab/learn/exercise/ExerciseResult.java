package hyperlab.lab.learn.exercise;

import hyperlab.learn.Block;
import hyperlab.lesson.Exercise;
import hyperlab.lesson.LessonChecker;
import hyperlab.lesson.LessonText;
import hyperlab.lesson.Question;
import hyperlab.lesson.Score;
import hyperlab.lesson.readout.DocumentReadouts;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.text.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A committed answer next to the computed one.
 *
 * @param right whether the answer is right
 * @param rightOption the index of the right option; −1 for a number
 * @param computed the computed number; NaN for a choice
 * @param distance the distance from it in units of the tolerance; NaN for a choice
 * @param explanations in each language, with the computed numbers
 */
public record ExerciseResult(
        boolean right, int rightOption, double computed, double distance, Map<Language, List<Block>> explanations) {
    public ExerciseResult {
        explanations = Map.copyOf(explanations);
    }

    /**
     * Computes the answer; runs what the exercise needs.
     *
     * @param exercise the same exercise in each language
     */
    static ExerciseResult of(Map<Language, Exercise> exercise, GivenAnswer given) {
        ReadoutCache cache = new ReadoutCache(null);
        Map<Language, List<Block>> explanations = new EnumMap<>(Language.class);
        exercise.forEach((language, each) -> {
            DocumentReadouts readouts = cache.of(each.explanation().scene().document());
            explanations.put(
                    language, each.explanation().scene().text().blocks(value -> LessonText.format(value, readouts)));
        });
        Exercise any = exercise.values().iterator().next();
        DocumentReadouts readouts = cache.of(any.question().scene().document());
        if (any.question().question() instanceof Question.Choice choice && given instanceof GivenAnswer.OfChoice of) {
            int option = LessonChecker.answer(choice, readouts).orElse(choice.answer());
            return new ExerciseResult(of.option() == option, option, Double.NaN, Double.NaN, explanations);
        }
        if (any.question().question() instanceof Question.Numeric number && given instanceof GivenAnswer.OfNumber of) {
            double computed = number.truth().value(readouts);
            double distance =
                    Score.ofNumber(of.value(), computed, number.tolerance()).distance();
            return new ExerciseResult(distance <= 1, -1, computed, distance, explanations);
        }
        throw new IllegalArgumentException("the answer does not fit the question");
    }
}
