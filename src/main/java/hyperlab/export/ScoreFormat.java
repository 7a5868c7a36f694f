package hyperlab.export;

import hyperlab.cases.Metric;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Formats the scores of a case and their differences: accuracies in percent, errors in the unit of the target. */
public record ScoreFormat(Metric metric, Texts texts) {
    private static final double PERCENT = 100;
    private static final int SCORE_DIGITS = 4;
    private static final int DIGITS = 3;

    /** A score with its unit. */
    public String score(double value) {
        return isShare() ? texts.get("case.percent", withoutUnit(value)) : withoutUnit(value);
    }

    /** A score without its unit. */
    public String withoutUnit(double value) {
        return isShare() ? NumberFormats.formatFixed(PERCENT * value, 1) : NumberFormats.format(value, SCORE_DIGITS);
    }

    /** The difference of two scores as they are shown, with its sign and its unit. */
    public String difference(double before, double after) {
        double difference = shown(after) - shown(before);
        String signed = signed(difference, SCORE_DIGITS);
        return isShare() ? texts.get("case.points", signed) : signed;
    }

    /** A score, rounded as it is shown. */
    private double shown(double value) {
        BigDecimal number = new BigDecimal(isShare() ? PERCENT * value : value);
        BigDecimal rounded = isShare()
                ? number.setScale(1, RoundingMode.HALF_EVEN)
                : number.round(new MathContext(SCORE_DIGITS, RoundingMode.HALF_EVEN));
        return isShare() ? rounded.doubleValue() / PERCENT : rounded.doubleValue();
    }

    /** A difference with its sign and its unit. */
    public String difference(double difference) {
        String signed = signed(difference);
        return isShare() ? texts.get("case.points", signed) : signed;
    }

    /** The size of a difference, without a sign and with its unit. */
    public String size(double difference) {
        String number = sizeWithoutUnit(difference);
        return isShare() ? texts.get("case.points", number) : number;
    }

    /** The size of a difference, without a sign and without its unit. */
    public String sizeWithoutUnit(double difference) {
        return signed(Math.abs(difference)).replace("+", "");
    }

    /** A difference with its sign and without its unit. A difference that is 0 when rounded has no sign. */
    public String signed(double difference) {
        return signed(difference, DIGITS);
    }

    private String signed(double difference, int digits) {
        String number = isShare()
                ? NumberFormats.formatFixed(PERCENT * difference, 1)
                : NumberFormats.format(difference, digits);
        if (number.matches("[−0.]+")) {
            return number.replace("−", "");
        }
        return difference > 0 ? "+" + number : number;
    }

    /** The number that a chart shows for a score or a difference. */
    public double chartValue(double value) {
        return isShare() ? PERCENT * value : value;
    }

    /** The unit of differences after the last number of an axis; empty for errors. */
    public String differenceUnit() {
        return isShare() ? texts.get("case.contributions.points") : "";
    }

    boolean isShare() {
        return metric == Metric.ACCURACY;
    }
}
