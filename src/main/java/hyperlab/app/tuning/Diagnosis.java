package hyperlab.app.tuning;

import hyperlab.tune.Study;
import java.util.Optional;

/** One thing that the doctor has to say of a search, in computed numbers; the gravest kinds stand first. */
public sealed interface Diagnosis {
    /** The study with the one remedy in it; empty where the remedy is no setting. */
    default Optional<Study> mended() {
        return Optional.empty();
    }

    /**
     * Many trials have no value.
     *
     * @param lost so many diverged or failed
     * @param over of so many
     */
    record Lost(int lost, int over) implements Diagnosis {}

    /**
     * The best trial lies at an end of an axis, beyond which it may be better.
     *
     * @param key of the axis
     * @param value of the best trial
     * @param end where the axis ends
     * @param wider where it ends with the remedy
     */
    record AtEdge(String key, double value, double end, double wider, Study study) implements Diagnosis {
        @Override
        public Optional<Study> mended() {
            return Optional.of(study);
        }
    }

    /**
     * Each trial has one seed, and the best differ by little.
     *
     * @param best value of the best trial
     * @param second value of the next
     * @param repeats how many of the best can be repeated
     */
    record OneSeed(double best, double second, int repeats) implements Diagnosis {}

    /** Nothing stands out. */
    record Fine() implements Diagnosis {}

    /** Too few trials to say anything. */
    record TooFew() implements Diagnosis {}
}
