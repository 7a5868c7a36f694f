package hyperlab.lesson.readout;

import hyperlab.lesson.expression.RunSelector;

/** The values of one document. A value that does not exist is NaN, a series that does not exist is empty. */
interface LabValues {
    double[] NONE = {};

    /**
     * The value of a readout that is one number.
     *
     * @param index the step or epoch for which the value is asked
     */
    double value(String name, RunSelector run, int index);

    /** Whether a value follows from the settings alone, so that no run is needed for it. */
    default boolean isSetting(String name) {
        return false;
    }

    double[] series(String name, RunSelector run);

    double function(String name, double argument, RunSelector run);

    /** The last step or epoch of a run, or the last index of the series of a lab without playback. */
    int lastIndex(RunSelector run);

    /** Whether the values change during a run. */
    boolean changesDuringRun();

    /** 1 for true, 0 for false. */
    static double flag(boolean value) {
        return value ? 1 : 0;
    }
}
