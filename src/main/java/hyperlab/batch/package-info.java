/**
 * The effect of the batch size, on a model that is small enough to display completely: two weights on real data with
 * their exact loss surface, mini-batch SGD, the noise of mini-batch gradients, steps to a target loss, escapes from a
 * local minimum, samples per second measured with the real trainer, and the problems that a comparison shows. Depends
 * on {@code train} and its dependencies, and on {@code descent}. No shared state, so it can be used from any thread.
 */
@NullMarked
package hyperlab.batch;

import org.jspecify.annotations.NullMarked;
