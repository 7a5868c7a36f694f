package hyperlab.chart;

/**
 * One quantity of one run over its epochs.
 *
 * @param train of the training part
 * @param validation of the validation part
 */
public record RunCurves(Curve train, Curve validation) {
    public static final RunCurves EMPTY = new RunCurves(Curve.EMPTY, Curve.EMPTY);
}
