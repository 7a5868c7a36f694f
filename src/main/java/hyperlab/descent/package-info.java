/**
 * Gradient descent on functions of one and two variables, which are given by name or by formula: their value, gradient
 * and curvature, the descent itself, and the rate at which it becomes unstable. Depends on {@code optim} and its
 * dependencies. Immutable values, safe to use from any thread.
 */
@NullMarked
package hyperlab.descent;

import org.jspecify.annotations.NullMarked;
