/**
 * Expressions over the readouts of a lab: {@code abs(x[8] of 0.1) < abs(x[8] of 1.9)}. They share the arithmetic, the
 * limits and the error messages of {@link hyperlab.descent.formula}. Immutable values, safe to use from any thread.
 */
@NullMarked
package hyperlab.lesson.expression;

import org.jspecify.annotations.NullMarked;
