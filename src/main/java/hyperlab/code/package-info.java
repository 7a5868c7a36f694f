/**
 * Exports experiments as programs for other libraries, which train the same model. Depends only on {@code train} and
 * its dependencies; produces text and accesses no files. Immutable; safe for any thread.
 */
@NullMarked
package hyperlab.code;

import org.jspecify.annotations.NullMarked;
