/**
 * Walks downhill on functions of one and two variables, by name or typed: value, gradient and curvature, the walk itself
 * and the rate at which it stops being stable. Knows {@code optim} and what it knows. Immutable values, any thread.
 */
@NullMarked
package hyperlab.descent;

import org.jspecify.annotations.NullMarked;
