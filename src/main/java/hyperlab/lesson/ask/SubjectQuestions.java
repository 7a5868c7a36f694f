package hyperlab.lesson.ask;

import hyperlab.lesson.ask.Asked.AskedQuestion;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The kinds of questions about the state of one lab. */
interface SubjectQuestions {
    /** Each kind of question; empty if it makes no sense in this state. */
    List<Supplier<Optional<AskedQuestion>>> kinds();

    /** Message key of the reason if none of them makes sense. */
    String noneKey();
}
