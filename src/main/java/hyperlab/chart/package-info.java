/**
 * JFreeChart builders, one class a chart. AWT only, so they work without a display. Knows the core. A chart that is
 * shown belongs to the FX thread; one that is only written, to the thread that writes.
 */
@NullMarked
package hyperlab.chart;

import org.jspecify.annotations.NullMarked;
