/** Axes and their ticks. AWT only. A displayed chart's axes are used on the FX thread. */
@NullMarked
package hyperlab.chart.axis;

import org.jspecify.annotations.NullMarked;
