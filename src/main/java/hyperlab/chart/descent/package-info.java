/** The charts of gradient descents on curves and surfaces. AWT only. */
@NullMarked
package hyperlab.chart.descent;

import org.jspecify.annotations.NullMarked;
