/**
 * What the batch size does, on a model small enough to be seen whole: two weights on real data with the exact surface of
 * their loss, walks by mini-batches, the noise of mini-batch gradients, steps to a target, escapes from a local minimum,
 * and samples a second measured with the real trainer. Knows {@code train} and what it knows, and {@code descent}. No
 * state that is shared: any thread.
 */
@NullMarked
package hyperlab.batch;

import org.jspecify.annotations.NullMarked;
