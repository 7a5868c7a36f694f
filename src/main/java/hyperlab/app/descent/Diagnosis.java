package hyperlab.app.descent;

/** One thing that the doctor has to say about one racer, in computed numbers; the gravest kinds stand first. */
public sealed interface Diagnosis {
    /** Index of the racer. */
    int racer();

    /** The racer's rate. */
    double rate();

    /** The rate to try instead; 0 for none. */
    double remedy();

    /**
     * On a parabola every step is longer than the last, for ever.
     *
     * @param factor what a step multiplies x by; with momentum, by how much the walk grows a step in the long run
     * @param plain whether there is no momentum
     */
    record Diverges(int racer, double rate, double curvature, double limit, double factor, boolean plain, double remedy)
            implements Diagnosis {}

    /** On a parabola every step is as long as the last, for ever. */
    record Bounces(int racer, double rate, double remedy) implements Diagnosis {}

    /**
     * The walk left the finite numbers.
     *
     * @param step the first step without a finite value
     */
    record Diverged(int racer, double rate, int step, double remedy) implements Diagnosis {}

    /** It rests in a minimum that is not the lowest. */
    record Trapped(int racer, double rate, double x, double value, double lowestX, double lowestValue)
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
