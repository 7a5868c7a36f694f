package hyperlab.ui.control.slider;

import java.util.List;

/** Maps a slider's numbers to positions on its track. */
interface SliderScale {
    /** The position of a number: 0 at the left end, 1 at the right; outside that range for numbers off the track. */
    double fraction(double value);

    /** The number at a position on the track, rounded to the scale's resolution. */
    double value(double fraction);

    /** The number {@code by} small steps away, within the track's ends. */
    double step(double value, int count);

    /** The number of small steps in a large one. */
    int largeStep();

    List<SliderTick> ticks();
}
