/**
 * The window. Knows everything but {@code cli}. Everything here runs on the FX thread, except what {@code concurrent}
 * hands to its workers.
 */
@NullMarked
package hyperlab.app;

import org.jspecify.annotations.NullMarked;
