/** The Training lab. View models know no toolkit; views run on the FX thread, training on a named worker. */
@NullMarked
package hyperlab.app.training;

import org.jspecify.annotations.NullMarked;
