package hyperlab.chart;

/**
 * One quantity of one run over its epochs.
 *
 * @param train of the training part
 * @param validation of the validation part
 */
public record RunCurves(Curve train, Curve validation) {
    public static final RunCurves EMPTY = new RunCurves(Curve.EMPTY, Curve.EMPTY);

    /** As they were at an epoch. */
    RunCurves until(double epoch) {
        return new RunCurves(train.until(epoch), validation.until(epoch));
    }

    /** The same, to the very values that they had there, which a bounded curve may have let go of. */
    RunCurves until(TrainingShot.Head at) {
        RunCurves cut = until(at.epoch());
        return new RunCurves(
                cut.train.reaching(at.epoch(), at.train()), cut.validation.reaching(at.epoch(), at.validation()));
    }
}
