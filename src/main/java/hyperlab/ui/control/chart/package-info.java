/**
 * Cards with charts: drawing a JFreeChart on an image, exporting it, and gestures on it. FX thread only; charts are
 * drawn on workers while the FX thread waits.
 */
@NullMarked
package hyperlab.ui.control.chart;

import org.jspecify.annotations.NullMarked;
