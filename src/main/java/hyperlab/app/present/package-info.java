/**
 * What a teacher steers a presentation with: the controls that are pinned above the charts, and the prepared scenes. FX
 * thread only; the list of scenes needs no toolkit.
 */
@NullMarked
package hyperlab.app.present;

import org.jspecify.annotations.NullMarked;
