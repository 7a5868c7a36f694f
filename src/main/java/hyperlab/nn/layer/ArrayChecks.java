package hyperlab.nn.layer;

import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;

/** Validates arrays of numbers from outside, such as loaded weights. */
final class ArrayChecks {
    private ArrayChecks() {}

    /**
     * Checks that {@code numbers} has {@code count} elements, each finite.
     *
     * @throws InvalidInputException otherwise
     */
    static void check(String name, double[] numbers, int count) {
        if (numbers.length != count) {
            throw count == 1
                    ? new InvalidInputException(name, Rule.ONE_NUMBER, numbers.length)
                    : new InvalidInputException(name, Rule.NUMBER_COUNT, count, numbers.length);
        }
        for (double number : numbers) {
            Checks.finite(name, number);
        }
    }
}
