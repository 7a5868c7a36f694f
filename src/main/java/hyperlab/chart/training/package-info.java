/** The charts of training runs: loss, accuracy, boundaries, confusion, histograms, a step in slow motion. AWT only. */
@NullMarked
package hyperlab.chart.training;

import org.jspecify.annotations.NullMarked;
