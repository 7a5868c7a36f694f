/**
 * The Training lab. View models do not depend on a running toolkit. Views run on the FX thread, and training runs on
 * named workers.
 */
@NullMarked
package hyperlab.lab.training;

import org.jspecify.annotations.NullMarked;
