/**
 * What an activation function does to a network, found by networks that are really trained: the signal through many
 * layers, slopes and pieces that are learned, units that die, a race, and layers that are one. Settings are immutable and
 * checked; each study runs on the thread that calls it, tells what it has found so far, and asks a cancel check. Knows
 * {@code train}, {@code diagnosis} and what these know.
 */
@NullMarked
package hyperlab.activation;

import org.jspecify.annotations.NullMarked;
