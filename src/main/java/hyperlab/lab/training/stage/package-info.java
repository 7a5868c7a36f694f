/**
 * The stage of the Training lab: its chart cards and the strips around them. FX thread only. Uses {@code settings},
 * {@code run}, and {@code inspection}.
 */
@NullMarked
package hyperlab.lab.training.stage;

import org.jspecify.annotations.NullMarked;
