/**
 * Exports and re-imports figures: PNG, SVG, PDF and, for a training run, GIF, each with the experiment embedded.
 * Depends on {@code chart} and {@code file}. Stateless. A figure is drawn on the thread that owns its chart and can be
 * written on any thread.
 */
@NullMarked
package hyperlab.export;

import org.jspecify.annotations.NullMarked;
