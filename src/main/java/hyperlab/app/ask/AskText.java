package hyperlab.app.ask;

import hyperlab.lesson.NumberFeedback;
import hyperlab.lesson.Question;
import hyperlab.lesson.Question.Option;
import hyperlab.lesson.Score;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.stream.Collectors;

/** What the card says about a committed prediction. */
final class AskText {
    private static final int DIGITS = 4;

    private final Texts texts;

    AskText(Texts texts) {
        this.texts = texts;
    }

    /** One or two sentences. */
    String verdict(AskCardState state, AskedQuestion asked) {
        if (asked.question() instanceof Question.Choice choice) {
            return state.countsHands()
                    ? texts.get(
                                    "ask.card.class.right",
                                    Integer.toString(state.rightHands()),
                                    Integer.toString(state.handCount()))
                            + " " + texts.get("ask.card.answer", rightOptions(choice))
                    : choice(state, choice);
        }
        return number(state, (Question.Numeric) asked.question());
    }

    private static String rightOptions(Question.Choice choice) {
        return choice.options().stream()
                .filter(Option::correct)
                .map(Option::text)
                .collect(Collectors.joining(" · "));
    }

    private String choice(AskCardState state, Question.Choice choice) {
        if (state.isRight()) {
            return texts.get("player.right");
        }
        String right = texts.get("player.wrong", rightOptions(choice));
        Integer chosen = state.chosen();
        String belief = chosen == null ? null : choice.options().get(chosen).misconception();
        return belief == null ? right : right + " " + texts.get("player.misconception", belief);
    }

    private String number(AskCardState state, Question.Numeric number) {
        String computed = NumberFormats.format(number.answer(), DIGITS);
        Double entered = state.entered();
        if (entered == null || state.isRight()) {
            return texts.get("player.number.right", computed);
        }
        if (number.tolerance() < 1 && number.answer() == Math.rint(number.answer())) {
            return texts.get("ask.card.number.wrong", computed, NumberFormats.format(entered, DIGITS));
        }
        double distance =
                Score.ofNumber(entered, number.answer(), number.tolerance()).distance();
        return NumberFeedback.wrong(entered, number.answer(), distance, "", texts);
    }

    String score(AskCardState state) {
        return state.answered() == 0
                ? ""
                : texts.get("ask.card.score", Integer.toString(state.right()), Integer.toString(state.answered()));
    }
}
