/**
 * Texts and numbers for display: the bundles of {@code assets/i18n} and the number formats. Depends only on the JDK, so
 * that charts outside the window use the same texts as the window. Immutable; any thread.
 */
@NullMarked
package hyperlab.text;

import org.jspecify.annotations.NullMarked;
