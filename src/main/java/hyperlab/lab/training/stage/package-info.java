/** The stage of the Training lab: its chart cards and the strips around them. FX thread only. */
@NullMarked
package hyperlab.lab.training.stage;

import org.jspecify.annotations.NullMarked;
