/**
 * Formulas that users type: the grammar, syntax errors with their column, and values with exact first and second
 * derivatives. Only arithmetic is executed, and length, depth and size are limited. Depends only on the JDK and
 * {@code rule}. Immutable values, safe to use from any thread.
 */
@NullMarked
package hyperlab.descent.formula;

import org.jspecify.annotations.NullMarked;
