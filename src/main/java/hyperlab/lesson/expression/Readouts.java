package hyperlab.lesson.expression;

import java.util.List;
import java.util.Map;

/**
 * The values that a lab shows, by the names in {@link ReadoutNames}. An implementation either computes them from a
 * document ({@code hyperlab.lesson.readout}) or takes them from the live state of a lab. Values that do not exist, such
 * as {@code x[8]} of a run that ended at step 5, are NaN: a condition on them is false.
 */
public interface Readouts {
    /** The names that this lab knows. */
    ReadoutNames names();

    /**
     * The value of a number or a flag (1 or 0) at the current step or epoch.
     *
     * @param run the selected run; {@link RunSelector#FIRST} without {@code of}
     */
    double value(String name, RunSelector run);

    /**
     * A series: index k is the value at step or epoch k. Without an index, an expression uses its value at
     * {@link #currentIndex}.
     */
    double[] series(String name, RunSelector run);

    /** The value of a readout with an argument, such as {@code noise(B)}. */
    double function(String name, double argument, RunSelector run);

    /** The number of the current step or epoch of a run. */
    int currentIndex(RunSelector run);

    /**
     * These readouts after some settings have changed, as in {@code accuracy with (network.hidden = [1])}.
     *
     * @param changes values as JSON by the names of controls
     */
    Readouts with(Map<String, String> changes);

    /** These readouts for {@code count} random seeds, beginning with the current one. */
    List<Readouts> seeds(int count);
}
