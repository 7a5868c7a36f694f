package hyperlab.nn;

import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;

/** Checks numbers that come from outside. */
final class GivenNumbers {
    private GivenNumbers() {}

    /** Refuses {@code numbers} unless there are {@code count} of them, each finite. */
    static void check(String name, double[] numbers, int count) {
        if (numbers.length != count) {
            throw new Refusal(name, count + (count == 1 ? " number" : " numbers"), numbers.length);
        }
        for (double number : numbers) {
            Rules.finite(name, number);
        }
    }
}
