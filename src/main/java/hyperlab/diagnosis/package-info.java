/**
 * Measurements of a network during training: gradients, weights and activations per layer, the noise of mini-batches,
 * the sharpness of the loss, the range of useful learning rates, the quality of the predictions; and
 * the problems that a run shows. Depends on {@code train}, {@code finding}, {@code nn}, {@code optim}, {@code data} and
 * their dependencies. A measurement runs either on the
 * training thread between two steps, or on another thread with a {@link hyperlab.nn.Network#copy copy} of the network.
 * It does not change the run, and its results are immutable. Measurements that may take long accept a cancel check.
 * It has more than 40 files because the rules of the doctor judge the measurements, and share their evidence and
 * remedies.
 */
@NullMarked
package hyperlab.diagnosis;

import org.jspecify.annotations.NullMarked;
