package hyperlab.lesson.ask;

import hyperlab.file.Document;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.lesson.ask.Asked.NoQuestion;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks about the current state of a lab. */
public final class StateQuestions {
    private StateQuestions() {}

    /**
     * The question about a state; depends on nothing else. May train networks, so it is called on a worker.
     *
     * @param turn counts the questions, from 0; the kinds of questions take turns
     */
    public static Asked ask(AskedState state, int turn, Texts texts) {
        try {
            SubjectQuestions questions = questions(state, turn, texts);
            if (questions == null) {
                return new NoQuestion(texts.get("ask.none"));
            }
            List<Supplier<Optional<AskedQuestion>>> kinds = questions.kinds();
            for (int i = 0; i < kinds.size(); i++) {
                Optional<AskedQuestion> question =
                        kinds.get((turn + i) % kinds.size()).get();
                if (question.isPresent()) {
                    return question.get();
                }
            }
            return new NoQuestion(texts.get(questions.noneKey()));
        } catch (InvalidInputException invalid) {
            return new NoQuestion(texts.get("ask.none.invalid", ErrorMessages.message(invalid, texts)));
        }
    }

    private static @Nullable SubjectQuestions questions(AskedState state, int turn, Texts texts) {
        Document document = state.document();
        if (document instanceof Document.OfDescent of) {
            return new DescentQuestions(of.setup(), Math.max(0, state.selected()), turn, texts);
        }
        if (document instanceof Document.OfBatch of) {
            return new BatchQuestions(of.setup(), state.folder(), texts);
        }
        if (document instanceof Document.OfMap of) {
            return new MapQuestions(of.map(), state.folder(), turn, texts);
        }
        if (document instanceof Document.OfExperiment of) {
            return new TrainingQuestions(of.experiment(), state.folder(), texts);
        }
        if (document instanceof Document.OfActivations of) {
            return new ActivationQuestions(of.setup(), texts);
        }
        if (document instanceof Document.OfConvolution of) {
            return new ConvolutionQuestions(of.setup(), texts);
        }
        if (document instanceof Document.OfStudy of) {
            return new TuningQuestions(of, texts);
        }
        if (document instanceof Document.OfCase of) {
            return new CaseQuestions(of.subject(), state.selected(), texts);
        }
        return null;
    }
}
