package hyperlab.app.ask;

import hyperlab.lesson.Question;
import hyperlab.lesson.Score;
import hyperlab.lesson.ask.Asked;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the card shows.
 *
 * @param asked the question, or why there is none; null while it is computed
 * @param chosen the chosen option of a choice; null for none
 * @param entered the entered number; null for none
 * @param committed whether the prediction is committed
 * @param classMode whether raised hands are counted
 * @param hands the raised hands for each option; empty if none were counted
 * @param answered the number of predictions of one person so far
 * @param right how many of them were right
 */
public record AskCardState(
        @Nullable Asked asked,
        @Nullable Integer chosen,
        @Nullable Double entered,
        boolean committed,
        boolean classMode,
        List<Integer> hands,
        int answered,
        int right) {
    static final AskCardState FIRST = new AskCardState(null, null, null, false, false, List.of(), 0, 0);

    public AskCardState {
        hands = List.copyOf(hands);
    }

    /** Whether the results stay hidden: while a question is computed, and until its prediction is committed. */
    public boolean hidesResults() {
        return asked == null || (asked instanceof AskedQuestion && !committed);
    }

    /** Whether a prediction is asked for. */
    public boolean isOpen() {
        return asked instanceof AskedQuestion && !committed;
    }

    /** Whether there is a prediction to commit. */
    public boolean canCommit() {
        return isOpen() && (countsHands() ? handCount() > 0 : chosen != null || entered != null);
    }

    /** Whether hands are counted for this question; only options can be counted. */
    public boolean countsHands() {
        return classMode && asked instanceof AskedQuestion question && question.question() instanceof Question.Choice;
    }

    int hands(int option) {
        return option < hands.size() ? hands.get(option) : 0;
    }

    int handCount() {
        return hands.stream().mapToInt(Integer::intValue).sum();
    }

    /** The hands for right options. */
    int rightHands() {
        return asked instanceof AskedQuestion question && question.question() instanceof Question.Choice choice
                ? IntStream.range(0, choice.options().size())
                        .filter(option -> choice.options().get(option).correct())
                        .map(this::hands)
                        .sum()
                : 0;
    }

    /** Whether the prediction of one person is right. */
    public boolean isRight() {
        if (!(asked instanceof AskedQuestion question)) {
            return false;
        }
        if (question.question() instanceof Question.Choice choice) {
            return chosen != null && choice.options().get(chosen).correct();
        }
        return question.question() instanceof Question.Numeric number
                && entered != null
                && Score.ofNumber(entered, number.answer(), number.tolerance()).value() == 1;
    }

    AskCardState withAsked(@Nullable Asked newAsked) {
        return new AskCardState(newAsked, null, null, false, classMode, List.of(), answered, right);
    }

    /** The same question in another language. */
    AskCardState withTexts(Asked newAsked) {
        return new AskCardState(newAsked, chosen, entered, committed, classMode, hands, answered, right);
    }

    AskCardState withChosen(int option) {
        return new AskCardState(asked, option, entered, committed, classMode, hands, answered, right);
    }

    AskCardState withEntered(@Nullable Double number) {
        return new AskCardState(asked, chosen, number, committed, classMode, hands, answered, right);
    }

    AskCardState withClassMode(boolean counted) {
        return new AskCardState(asked, null, entered, committed, counted, List.of(), answered, right);
    }

    AskCardState withHands(List<Integer> counted) {
        return new AskCardState(asked, chosen, entered, committed, classMode, counted, answered, right);
    }

    AskCardState withCommitted() {
        boolean scored = !countsHands();
        return new AskCardState(
                asked,
                chosen,
                entered,
                true,
                classMode,
                hands,
                answered + (scored ? 1 : 0),
                right + (scored && isRight() ? 1 : 0));
    }
}
