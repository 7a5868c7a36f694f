package hyperlab.lab.learn.exercise;

import hyperlab.lesson.NumberFeedback;
import hyperlab.lesson.Question;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import org.jspecify.annotations.Nullable;

/** What is said about an answer: whether it is right, the computed answer, and which misconception it fits. */
final class VerdictText {
    private static final int DIGITS = 4;

    private VerdictText() {}

    /** The verdict; empty before an answer is committed. */
    static String of(Question question, ExerciseState state, Texts texts) {
        ExerciseResult result = state.result();
        GivenAnswer given = state.given();
        if (result == null || given == null) {
            return state.committed() ? texts.get("player.computing") : "";
        }
        if (question instanceof Question.Choice choice && given instanceof GivenAnswer.OfChoice of) {
            return choice(choice, of, result, texts);
        }
        return number((Question.Numeric) question, (GivenAnswer.OfNumber) given, result, texts);
    }

    private static String choice(
            Question.Choice question, GivenAnswer.OfChoice given, ExerciseResult result, Texts texts) {
        if (result.right()) {
            return texts.get("player.right");
        }
        String right = texts.get(
                "player.wrong", question.options().get(result.rightOption()).text());
        @Nullable String misconception = question.options().get(given.option()).misconception();
        return misconception == null ? right : right + " " + texts.get("learn.exercise.belief", misconception);
    }

    private static String number(
            Question.Numeric question, GivenAnswer.OfNumber given, ExerciseResult result, Texts texts) {
        String unit = question.unit().isEmpty() ? "" : "\u00a0" + question.unit();
        String computed = NumberFormats.format(result.computed(), DIGITS) + unit;
        return result.right()
                ? texts.get("player.number.right", computed)
                : NumberFeedback.wrong(given.value(), result.computed(), result.distance(), unit, texts);
    }
}
