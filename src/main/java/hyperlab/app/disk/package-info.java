/** Notices when another program changes a document that is open in the window. */
@NullMarked
package hyperlab.app.disk;

import org.jspecify.annotations.NullMarked;
