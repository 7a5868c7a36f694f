package hyperlab.descent.formula;

import hyperlab.rule.Refusal;

/**
 * What is wrong with a formula.
 *
 * @param start index of the first character that is wrong
 * @param end index after the last one; {@code start} where something is missing
 * @param complaint the rule and the value in one line, with the column where there is one
 */
public record Fault(int start, int end, String complaint) {
    /** The fault as a refusal of {@code name}. */
    public Refusal refusal(String name) {
        return new Refusal(name, complaint);
    }
}
