/**
 * Networks: layers, activations, losses and initializers, forward and backward, and nothing else. Knows the JDK, EJML,
 * {@code rule}, {@code random} and {@code image}. A network belongs to one thread at a time.
 */
@NullMarked
package hyperlab.nn;

import org.jspecify.annotations.NullMarked;
