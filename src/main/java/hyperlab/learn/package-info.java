/**
 * The subject as short pages and a glossary. The Markdown files in {@code assets/pages} are read into blocks, which the
 * app displays and the command line prints; their links open settings. Does not depend on charts or the user interface.
 * Immutable; can be used on any thread.
 */
@NullMarked
package hyperlab.learn;

import org.jspecify.annotations.NullMarked;
