package hyperlab.nn;

import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;

/** Validates arrays of numbers from outside, such as loaded weights. */
final class GivenNumbers {
    private GivenNumbers() {}

    /**
     * Checks that {@code numbers} has {@code count} elements, each finite.
     *
     * @throws Refusal otherwise
     */
    static void check(String name, double[] numbers, int count) {
        if (numbers.length != count) {
            throw new Refusal(name, count + (count == 1 ? " number" : " numbers"), numbers.length);
        }
        for (double number : numbers) {
            Rules.finite(name, number);
        }
    }
}
