/**
 * The Batch size lab. View models do not depend on JavaFX controls. Views run on the FX thread; studies and long
 * comparisons run on named worker threads.
 */
@NullMarked
package hyperlab.lab.batchsize;

import org.jspecify.annotations.NullMarked;
