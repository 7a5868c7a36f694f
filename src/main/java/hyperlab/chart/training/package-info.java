/** The charts of training runs: loss, accuracy, boundaries, confusion, histograms, the drawn network. AWT only. */
@NullMarked
package hyperlab.chart.training;

import org.jspecify.annotations.NullMarked;
