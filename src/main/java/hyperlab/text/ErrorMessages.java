package hyperlab.text;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Term;

/** Formats errors in a language, from their rule and its arguments. */
public final class ErrorMessages {
    private ErrorMessages() {}

    /** The error in one line: the name, the rule and the value. */
    public static String message(InvalidInputException error, Texts texts) {
        return InvalidInputException.oneLine(texts.get("error.line", error.name(), detail(error, texts)));
    }

    /** The rule and the value, without the name. */
    public static String detail(InvalidInputException error, Texts texts) {
        Object[] arguments = error.arguments().stream()
                .map(argument -> argument instanceof Term term ? texts.get(term.key()) : argument)
                .toArray();
        return texts.get(error.rule().key(), arguments);
    }
}
