/**
 * JFreeChart charts, one class each. They use AWT only, so they work without a display, and depend on the core only. A
 * displayed chart must be used on the FX thread; a chart that is only exported belongs to the exporting thread.
 */
@NullMarked
package hyperlab.chart;

import org.jspecify.annotations.NullMarked;
