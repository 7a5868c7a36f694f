/**
 * What every lab and the window frame build on: texts, undo, appearance, themes, assets, error messages, shortcuts,
 * notices, and file choosers. May depend on {@code chart} and the core, but on no lab and not on {@code app}. FX thread
 * only.
 */
@NullMarked
package hyperlab.ui;

import org.jspecify.annotations.NullMarked;
