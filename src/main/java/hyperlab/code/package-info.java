/**
 * Experiments as programs for other libraries: what is trained here, written down so that it trains there. Knows
 * {@code train} and what it knows; makes text and touches no file. Immutable, any thread.
 */
@NullMarked
package hyperlab.code;

import org.jspecify.annotations.NullMarked;
