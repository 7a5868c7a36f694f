package hyperlab.finding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule found. Its title is the message {@code key}, its explanation the message {@code key.why}, both with the
 * same arguments.
 *
 * @param severity how serious it is
 * @param key the message key; each rule, and each wording of a rule, has its own
 * @param arguments the computed numbers that the messages contain, {0} first
 * @param evidence what shows the problem, for the charts to highlight
 * @param remedy the change that is usually tried first; null if there is none
 * @param note a sentence that follows the explanation, such as what a trial of the remedy showed; null for none
 * @param <E> the type of the evidence; {@link NoEvidence} if there is nothing to highlight
 * @param <S> the type of the change, see {@link Remedy#change}
 */
public record Finding<E, S>(
        Severity severity,
        String key,
        List<Argument> arguments,
        E evidence,
        @Nullable Remedy<S> remedy,
        @Nullable Message note) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** A finding without a note. */
    public Finding(Severity severity, String key, List<Argument> arguments, E evidence, @Nullable Remedy<S> remedy) {
        this(severity, key, arguments, evidence, remedy, null);
    }

    /** A finding with nothing to highlight and nothing to change. */
    public static <S> Finding<NoEvidence, S> of(Severity severity, String key, Argument... arguments) {
        return new Finding<>(severity, key, List.of(arguments), NoEvidence.NONE, null);
    }

    public Finding<E, S> withEvidence(E newEvidence) {
        return new Finding<>(severity, key, arguments, newEvidence, remedy, note);
    }

    /** A copy with another remedy, and what is known about it. */
    public Finding<E, S> withRemedy(@Nullable Remedy<S> newRemedy, @Nullable Message newNote) {
        return new Finding<>(severity, key, arguments, evidence, newRemedy, newNote);
    }

    /** A copy with another argument at {@code index}. */
    public Finding<E, S> withArgument(int index, Argument argument) {
        List<Argument> changed = new ArrayList<>(arguments);
        changed.set(index, argument);
        return new Finding<>(severity, key, changed, evidence, remedy, note);
    }
}
