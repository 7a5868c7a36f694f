/**
 * Formulas that people type: their grammar, their faults by the column, and their value with exact first and second
 * derivatives. Nothing is executed but arithmetic, and length, depth and size are bounded. Knows only the JDK and
 * {@code rule}. Immutable values, any thread.
 */
@NullMarked
package hyperlab.descent.formula;

import org.jspecify.annotations.NullMarked;
