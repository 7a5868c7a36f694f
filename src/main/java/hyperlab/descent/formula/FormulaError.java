package hyperlab.descent.formula;

import hyperlab.rule.InvalidInputException;

/**
 * A syntax error in a formula.
 *
 * @param start the index of the first invalid character
 * @param end the index after the last invalid character; equal to {@code start} if something is missing
 * @param message the rule and the value in one line, with the column if there is one
 */
public record FormulaError(int start, int end, String message) {
    /** Returns this error as an exception for the input {@code name}. */
    public InvalidInputException toException(String name) {
        return new InvalidInputException(name, message);
    }
}
