package hyperlab.app.descent;

import java.util.List;

/** One thing that the doctor has to say about one racer, in computed numbers; the gravest kinds stand first. */
public sealed interface Diagnosis {
    /** Index of the racer. */
    int racer();

    /** The racer's rate. */
    double rate();

    /** The rate to try instead; 0 for none. */
    double remedy();

    /** Whether the walk does not come down at all. */
    default boolean isGrave() {
        return this instanceof Diverges
                || this instanceof Bounces
                || this instanceof Diverged
                || this instanceof Climbs;
    }

    /**
     * Where the curvature is the same everywhere: every step is longer than the last, for ever.
     *
     * @param factor what a step multiplies x by; with momentum, by how much the walk grows a step in the long run
     * @param plain whether there is no momentum
     * @param surface whether only the direction of the largest curvature does
     */
    record Diverges(
            int racer,
            double rate,
            double curvature,
            double limit,
            double factor,
            boolean plain,
            boolean surface,
            double remedy)
            implements Diagnosis {}

    /** Where the curvature is the same everywhere: every step is as long as the last, for ever. */
    record Bounces(int racer, double rate, boolean surface, double remedy) implements Diagnosis {}

    /**
     * The walk left the finite numbers.
     *
     * @param step the first step without a finite value
     */
    record Diverged(int racer, double rate, int step, double remedy) implements Diagnosis {}

    /**
     * It ends higher than it began.
     *
     * @param start f where it began
     * @param end f after all its steps
     */
    record Climbs(int racer, double rate, int steps, double start, double end, double remedy) implements Diagnosis {}

    /** It rests at {@code at}, in a minimum that is not the lowest. */
    record Trapped(int racer, double rate, List<Double> at, double value, List<Double> lowestAt, double lowestValue)
            implements Diagnosis {
        @Override
        public double remedy() {
            return 0;
        }
    }

    /**
     * It takes more than four times as many steps to 1 % of the start's height as the remedy.
     *
     * @param steps how many it takes
     * @param remedySteps how many the remedy takes
     */
    record Slow(int racer, double rate, int steps, double remedy, int remedySteps) implements Diagnosis {}

    /**
     * It has not come down to 1 % of the start's height when the steps are used up.
     *
     * @param share of the start's height that is left
     * @param remedySteps how many steps the remedy takes; 0 without one
     */
    record Unfinished(int racer, double rate, int steps, double share, double remedy, int remedySteps)
            implements Diagnosis {}
}
