/** The charts of activation functions. AWT only. */
@NullMarked
package hyperlab.chart.activation;

import org.jspecify.annotations.NullMarked;
