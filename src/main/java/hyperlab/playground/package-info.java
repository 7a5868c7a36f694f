/**
 * TensorFlow Playground links (playground.tensorflow.org): parsing, and training with exactly the original's numbers.
 * Random numbers, data, network and update rule are the original's, not those of {@code train}; reports and outcomes
 * are the same types as in {@code train}. A run is confined to the thread that trains it; links are immutable.
 */
@NullMarked
package hyperlab.playground;

import org.jspecify.annotations.NullMarked;
