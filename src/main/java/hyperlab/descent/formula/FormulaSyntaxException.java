package hyperlab.descent.formula;

import hyperlab.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Aborts parsing at the first syntax error in a formula. */
public final class FormulaSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FormulaError error;

    /** A syntax error at a token; its column, from 1, is the first argument of the rule's message. */
    public FormulaSyntaxException(Token token, Rule rule, Object... arguments) {
        this(
                token.start(),
                token.end(),
                rule,
                Stream.concat(Stream.of(token.start() + 1), Arrays.stream(arguments))
                        .toArray());
    }

    /** A syntax error in a part of the text. */
    public FormulaSyntaxException(int start, int end, Rule rule, Object... arguments) {
        super(rule.key(), null, false, false);
        error = new FormulaError(start, end, rule, List.of(arguments));
    }

    /** The error. */
    public FormulaError error() {
        return error;
    }
}
