/** How charts look: themes, colors, fonts, strokes, labels, and annotations. AWT only. */
@NullMarked
package hyperlab.chart.style;

import org.jspecify.annotations.NullMarked;
