package hyperlab.descent.formula;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;

/**
 * A syntax error in a formula.
 *
 * @param start the index of the first invalid character
 * @param end the index after the last invalid character; equal to {@code start} if something is missing
 * @param rule the violated rule
 * @param arguments the arguments of the rule's message, the column first if it has one
 */
public record FormulaError(int start, int end, Rule rule, List<Object> arguments) {
    public FormulaError {
        arguments = List.copyOf(arguments);
    }

    /** Returns this error as an exception for the input {@code name}. */
    public InvalidInputException toException(String name) {
        return new InvalidInputException(name, rule, arguments.toArray());
    }
}
