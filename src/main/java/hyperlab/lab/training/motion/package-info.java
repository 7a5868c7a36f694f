/** Updates of the network in slow motion: their numbers, and the phase that is shown. Everything is on the FX thread. */
@NullMarked
package hyperlab.lab.training.motion;

import org.jspecify.annotations.NullMarked;
