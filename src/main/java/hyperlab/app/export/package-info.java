/**
 * Exports charts from the window: the export menu, figures, tables, and GIFs with their progress. The documents to
 * embed come from its caller.
 */
@NullMarked
package hyperlab.app.export;

import org.jspecify.annotations.NullMarked;
