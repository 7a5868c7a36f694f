package hyperlab.chart.style;

import org.jfree.data.Range;

/**
 * An axis that remembers the range to which the user zoomed or panned, through the gestures of the plot. Meanwhile, a
 * range that the chart sets becomes the home range, which is shown after a reset. An axis that is added to a plot again
 * shows its home range.
 */
public interface ZoomableAxis {
    /** The range that the chart set last. */
    Range homeRange();

    /** Whether the visible range was chosen by the user. */
    boolean isZoomed();

    /** Shows the home range again, with one notification. */
    void resetZoom();

    /** Formats a value with a precision of about a thousandth of the visible range. */
    String valueText(double value);
}
