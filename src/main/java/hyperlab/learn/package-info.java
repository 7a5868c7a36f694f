/**
 * The subject as short pages and a glossary: the Markdown of {@code assets/pages}, read into blocks that a window lays out
 * and a terminal prints, and the settings that their links open. Knows no chart and no window. Immutable, any thread.
 */
@NullMarked
package hyperlab.learn;

import org.jspecify.annotations.NullMarked;
