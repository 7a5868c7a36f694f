package hyperlab.lesson.ask;

import hyperlab.lesson.Question;
import hyperlab.lesson.Step;
import java.util.List;

/** What a lab asks in its current state: a question, or the reason why there is none. */
public sealed interface Asked {
    /**
     * A question with its computed answer. Several options of a choice may be right.
     *
     * @param step the question; a number's {@link Question.Numeric#answer() answer} and the {@link
     *     Question.Option#correct() correct} options are computed
     * @param explanation the reason, with the numbers of this state; shown after the prediction
     * @param plays whether the run is played once the prediction is committed
     * @param answeredBy the ids of the cards on the stage that show the answer, of which one is enough; empty for any
     * @param visible the ids of the cards on the stage that tell nothing about the answer; all others are hidden
     */
    record AskedQuestion(
            Step.Predict step, String explanation, boolean plays, List<String> answeredBy, List<String> visible)
            implements Asked {
        public AskedQuestion {
            answeredBy = List.copyOf(answeredBy);
            visible = List.copyOf(visible);
        }

        /** The question in one line. */
        public String title() {
            return step.scene().title();
        }

        public Question question() {
            return step.question();
        }
    }

    /**
     * No question makes sense in this state.
     *
     * @param reason in one or two sentences
     */
    record NoQuestion(String reason) implements Asked {}
}
