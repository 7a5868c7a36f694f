/**
 * How an activation function affects a network, shown with networks that are really trained: the signal through many
 * layers, learned slopes and pieces, dead units, a comparison of seven functions, and linear layers that collapse into
 * one. Settings are immutable and validated. Each study runs on the calling thread, reports intermediate results, and
 * checks for cancellation. Depends on {@code train}, {@code diagnosis} and their dependencies.
 */
@NullMarked
package hyperlab.activation;

import org.jspecify.annotations.NullMarked;
