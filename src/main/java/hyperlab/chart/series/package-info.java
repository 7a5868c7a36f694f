/** Datasets and renderers for curves, bands, and bounded series. AWT only. */
@NullMarked
package hyperlab.chart.series;

import org.jspecify.annotations.NullMarked;
