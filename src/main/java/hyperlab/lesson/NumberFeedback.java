package hyperlab.lesson;

import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;

/** Says how far a wrong number is from the computed one, or that only its sign is wrong. */
public final class NumberFeedback {
    private static final int DIGITS = 4;
    private static final int DIFFERENCE_DIGITS = 3;

    private NumberFeedback() {}

    /**
     * The feedback to a number outside the tolerance.
     *
     * @param distance the distance of the numbers in multiples of the tolerance, more than 1
     * @param unit what follows a number, with the space before it; empty if there is no unit
     */
    public static String wrong(double given, double computed, double distance, String unit, Texts texts) {
        double difference = Math.abs(given - computed);
        boolean wrongSign = computed != 0 && Math.abs(given + computed) <= difference / distance;
        return texts.get(
                wrongSign ? "player.number.sign" : "player.number.wrong",
                NumberFormats.format(computed, DIGITS) + unit,
                NumberFormats.format(given, DIGITS) + unit,
                NumberFormats.format(difference, DIFFERENCE_DIGITS) + unit);
    }
}
