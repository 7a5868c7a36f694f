/**
 * The chart of a map of two hyperparameters: an image of its pixels, with a color bar, contours, and curves. Depends on
 * {@code map} and the other chart packages.
 */
@NullMarked
package hyperlab.chart.map;

import org.jspecify.annotations.NullMarked;
