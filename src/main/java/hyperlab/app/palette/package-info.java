/**
 * The command palette: everything that can be done or opened, found by a few letters of its name in either language.
 * {@link hyperlab.text.FuzzyMatch} and {@link hyperlab.app.palette.PaletteSearch} need no toolkit. The shell says
 * what is done, through {@link hyperlab.app.palette.PaletteActions}. FX thread only.
 */
@NullMarked
package hyperlab.app.palette;

import org.jspecify.annotations.NullMarked;
