/**
 * Gradient descent on functions of one and two variables, which are given by name or by formula: their value, gradient
 * and curvature, the descent itself, the rate at which it becomes unstable, and the problems that a path shows. Depends
 * on {@code optim}, {@code finding} and their
 * dependencies. Immutable values, safe to use from any thread.
 */
@NullMarked
package hyperlab.descent;

import org.jspecify.annotations.NullMarked;
