/**
 * The one way in which a value is refused: a name, the rule, and the value that broke it. Knows only the JDK; every
 * other package may use it. No state, any thread.
 */
@NullMarked
package hyperlab.rule;

import org.jspecify.annotations.NullMarked;
