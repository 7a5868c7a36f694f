package hyperlab.app.control;

import java.util.List;

/** How a slider's numbers lie along its track. */
interface Scale {
    /** Where a number lies: 0 at the left end, 1 at the right; beyond for numbers that are off the track. */
    double fraction(double value);

    /** The number at a place on the track, rounded to what the scale holds. */
    double value(double fraction);

    /** The number {@code by} small steps on, within the track's ends. */
    double step(double value, int by);

    /** How many small steps a large one has. */
    int largeStep();

    List<Tick> ticks();
}
