package hyperlab.lab.learningrate;

import java.util.List;

/**
 * A finding of the doctor about one racer, with the computed numbers. The most severe types are declared first;
 * {@link LearningRateDoctor} orders findings by this declaration order.
 */
public sealed interface LearningRateDiagnosis {
    /** The racer's index, from 0. */
    int racer();

    /** The racer's learning rate. */
    double rate();

    /** The suggested learning rate; 0 if there is none. */
    double remedy();

    /** Whether the path does not descend at all. */
    default boolean isSevere() {
        return this instanceof ExceedsStabilityLimit
                || this instanceof AtStabilityLimit
                || this instanceof PathDiverged
                || this instanceof EndsHigher;
    }

    /**
     * On a function with constant curvature, every step is longer than the one before and the path never stops growing.
     *
     * @param factor the factor by which a step multiplies x; with momentum, the path's asymptotic growth per step
     * @param plain whether there is no momentum
     * @param surface whether the function has two variables, so that only the direction of largest curvature diverges
     */
    record ExceedsStabilityLimit(
            int racer,
            double rate,
            double curvature,
            double limit,
            double factor,
            boolean plain,
            boolean surface,
            double remedy)
            implements LearningRateDiagnosis {}

    /** On a function with constant curvature, every step is as long as the one before and the path never converges. */
    record AtStabilityLimit(int racer, double rate, boolean surface, double remedy) implements LearningRateDiagnosis {}

    /**
     * The path diverged to values that are not finite.
     *
     * @param step the first step without a finite value
     */
    record PathDiverged(int racer, double rate, int step, double remedy) implements LearningRateDiagnosis {}

    /**
     * The path ends at a higher value than it starts.
     *
     * @param start f at the start
     * @param end f after the last step
     */
    record EndsHigher(int racer, double rate, int steps, double start, double end, double remedy)
            implements LearningRateDiagnosis {}

    /** The path converged at {@code at}, in a minimum that is not the lowest one. */
    record InLocalMinimum(
            int racer, double rate, List<Double> point, double value, List<Double> lowestPoint, double lowestValue)
            implements LearningRateDiagnosis {
        @Override
        public double remedy() {
            return 0;
        }
    }

    /**
     * The path needs more than four times as many steps as the suggested rate to reach 1 % of its initial height above
     * the minimum.
     *
     * @param steps the number of steps it needs
     * @param remedySteps the number of steps needed with the suggested rate
     */
    record SlowDescent(int racer, double rate, int steps, double remedy, int remedySteps)
            implements LearningRateDiagnosis {}

    /**
     * The path has not reached 1 % of its initial height above the minimum after all its steps.
     *
     * @param remainingFraction the fraction of the initial height that remains
     * @param remedySteps the number of steps needed with the suggested rate; 0 if there is none
     */
    record UnfinishedDescent(
            int racer, double rate, int steps, double remainingFraction, double remedy, int remedySteps)
            implements LearningRateDiagnosis {}
}
