/**
 * Networks: layers, activation functions, losses and initializers, with forward and backward passes. Depends on the
 * JDK, EJML, {@code rule}, {@code random} and {@code image}. A network is confined to one thread at a time.
 */
@NullMarked
package hyperlab.nn;

import org.jspecify.annotations.NullMarked;
