/**
 * Figures out of the program and back into it: PNG with the experiment inside. Knows {@code chart} and {@code file}.
 * No state, any thread.
 */
@NullMarked
package hyperlab.export;

import org.jspecify.annotations.NullMarked;
