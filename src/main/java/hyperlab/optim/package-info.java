/**
 * How gradients update parameters: optimizers (records for the settings, classes for the state), learning-rate
 * schedules, and the L1 and L2 penalty. Depends only on the JDK and on {@code rule}. State is confined to one thread.
 */
@NullMarked
package hyperlab.optim;

import org.jspecify.annotations.NullMarked;
