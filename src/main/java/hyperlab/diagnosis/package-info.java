/**
 * What can be measured of a network in training: gradients, weights and activations a layer, the noise of mini-batches,
 * the sharpness of the loss, the range of useful learning rates, and what its predictions get right. Knows {@code train},
 * {@code nn}, {@code optim}, {@code data} and what these know. Each measurement runs on the thread that trains, between
 * two steps, or on a {@link hyperlab.nn.Network#copy copy} of the network elsewhere; it changes nothing of a run, and
 * what it reports is immutable. Those that may take long ask a cancel check.
 */
@NullMarked
package hyperlab.diagnosis;

import org.jspecify.annotations.NullMarked;
