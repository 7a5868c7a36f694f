/** How figures are laid out for print, and what they showed. Immutable. */
@NullMarked
package hyperlab.file.figure;

import org.jspecify.annotations.NullMarked;
