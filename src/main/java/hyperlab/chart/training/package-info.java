/**
 * The charts of training runs: loss, accuracy, boundaries, confusion, histograms, the drawn network. AWT only. It has more
 * than 40 files because the charts of one lab share their curves, markers and models.
 */
@NullMarked
package hyperlab.chart.training;

import org.jspecify.annotations.NullMarked;
