/**
 * The Batch size lab. View models know no toolkit; views run on the FX thread, comparisons that take a while and studies on
 * named workers.
 */
@NullMarked
package hyperlab.app.batch;

import org.jspecify.annotations.NullMarked;
