package hyperlab.lesson.ask;

import hyperlab.file.Document;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.lesson.ask.Asked.NoQuestion;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asks about the current state of a lab. */
public final class StateQuestions {
    /** No subject has more kinds of questions. */
    public static final int MAX_KINDS = 3;

    private StateQuestions() {}

    /**
     * The question about a state; depends on nothing else. May train networks, so it is called on a worker.
     *
     * @param turn counts the questions, from 0; the kinds of questions take turns
     * @param cancelled checked often
     * @throws CancellationException if it was cancelled while a network was trained
     */
    public static Asked ask(AskedState state, int turn, Texts texts, BooleanSupplier cancelled) {
        try {
            Optional<SubjectQuestions> subject = questions(state, turn, texts, cancelled);
            if (subject.isEmpty()) {
                return new NoQuestion(texts.get("ask.none"));
            }
            SubjectQuestions questions = subject.get();
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

    private static Optional<SubjectQuestions> questions(
            AskedState state, int turn, Texts texts, BooleanSupplier cancelled) {
        return state.document().accept(new Document.Visitor<>() {
            @Override
            public Optional<SubjectQuestions> visit(Document.OfExperiment of) {
                return Optional.of(new TrainingQuestions(of.experiment(), state.folder(), texts, cancelled));
            }

            @Override
            public Optional<SubjectQuestions> visit(Document.OfDescent of) {
                return Optional.of(new DescentQuestions(of.setup(), Math.max(0, state.selected()), turn, texts));
            }

            @Override
            public Optional<SubjectQuestions> visit(Document.OfBatch of) {
                return Optional.of(new BatchQuestions(of.setup(), state.folder(), texts));
            }

            @Override
            public Optional<SubjectQuestions> visit(Document.OfStudy of) {
                return Optional.of(new TuningQuestions(of, texts));
            }

            @Override
            public Optional<SubjectQuestions> visit(Document.OfCase of) {
                return Optional.of(new CaseQuestions(of.subject(), state.selected(), texts));
            }

            @Override
            public Optional<SubjectQuestions> visit(Document.OfMapCase of) {
                return Optional.empty();
            }

            @Override
            public Optional<SubjectQuestions> visit(Document.OfConvolution of) {
                return Optional.of(new ConvolutionQuestions(of.setup(), texts));
            }

            @Override
            public Optional<SubjectQuestions> visit(Document.OfActivations of) {
                return Optional.of(new ActivationQuestions(of.setup(), texts));
            }

            @Override
            public Optional<SubjectQuestions> visit(Document.OfPlayground of) {
                return Optional.empty();
            }

            @Override
            public Optional<SubjectQuestions> visit(Document.OfLog of) {
                return Optional.empty();
            }

            @Override
            public Optional<SubjectQuestions> visit(Document.OfMap of) {
                return Optional.of(new MapQuestions(of.map(), state.folder(), turn, texts, cancelled));
            }

            @Override
            public Optional<SubjectQuestions> visit(Document.OfPage of) {
                return Optional.empty();
            }
        });
    }
}
