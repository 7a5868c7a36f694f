/**
 * Words and numbers for people: the bundles of {@code assets/i18n} and how numbers are shown. Knows only the JDK, so
 * that charts without a window speak the same language as the window. Immutable, any thread.
 */
@NullMarked
package hyperlab.text;

import org.jspecify.annotations.NullMarked;
