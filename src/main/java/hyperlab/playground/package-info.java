/**
 * TensorFlow Playground links (playground.tensorflow.org): what a link says, and the training that the original gives it,
 * number for number. Its random numbers, data, network and update rule are the original's and not those of
 * {@code train}, whose reports and outcomes it shares. A run belongs to the thread that trains it; links are immutable.
 */
@NullMarked
package hyperlab.playground;

import org.jspecify.annotations.NullMarked;
