/**
 * Figures out of the program and back into it: PNG, SVG, PDF and, of a training, GIF with the experiment inside. Knows
 * {@code chart} and {@code file}. No state; a figure is drawn on the thread that its chart belongs to, and written on any.
 */
@NullMarked
package hyperlab.export;

import org.jspecify.annotations.NullMarked;
