/**
 * Texts, numbers and errors for display: the bundles of {@code assets/i18n} and the number formats. Depends only on
 * {@code rule} and {@code finding}, so that charts outside the window and the command line use the same texts as the
 * window. Immutable; any thread.
 */
@NullMarked
package hyperlab.text;

import org.jspecify.annotations.NullMarked;
