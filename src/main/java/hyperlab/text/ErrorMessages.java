package hyperlab.text;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.SourceLocation;
import hyperlab.rule.Term;

/** Formats errors in a language, from their rule and its arguments. */
public final class ErrorMessages {
    private ErrorMessages() {}

    /** The error in one line: the name, the rule and the value. */
    public static String message(InvalidInputException error, Texts texts) {
        return InvalidInputException.oneLine(texts.get("error.line", name(error, texts), detail(error, texts)));
    }

    /** What is invalid. */
    private static String name(InvalidInputException error, Texts texts) {
        SourceLocation location = error.location();
        return location == null
                ? error.name()
                : texts.get(location.key(), location.arguments().toArray());
    }

    /** The rule and the value, without the name. */
    public static String detail(InvalidInputException error, Texts texts) {
        Object[] arguments = error.arguments().stream()
                .map(argument -> argument instanceof Term term ? texts.get(term.key()) : argument)
                .toArray();
        return texts.get(error.rule().key(), arguments);
    }
}
