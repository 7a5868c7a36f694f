/**
 * Training logs of other programs: which column is which quantity, the curves, and what the rules find in them. Knows
 * no file formats. Immutable values; any thread.
 */
@NullMarked
package hyperlab.log;

import org.jspecify.annotations.NullMarked;
