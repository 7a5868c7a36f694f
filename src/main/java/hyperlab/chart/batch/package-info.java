/** The charts of batch sizes: the epoch strip, gradient clouds, noise and speed. AWT only. */
@NullMarked
package hyperlab.chart.batch;

import org.jspecify.annotations.NullMarked;
