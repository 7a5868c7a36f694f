/**
 * Opening a user's table: how it is read, which columns are used, and what each choice does. Used by all labs that open
 * tables. {@link hyperlab.ui.table.TableImport} reads on workers; everything else is on the FX thread only.
 */
@NullMarked
package hyperlab.ui.table;

import org.jspecify.annotations.NullMarked;
