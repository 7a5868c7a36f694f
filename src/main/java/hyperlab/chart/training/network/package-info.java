/** The diagram of a network: its units, the lines between them, and the values inside. */
@NullMarked
package hyperlab.chart.training.network;

import org.jspecify.annotations.NullMarked;
