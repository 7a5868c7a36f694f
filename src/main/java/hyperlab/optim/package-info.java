/**
 * How gradients move parameters: optimizers (what is given, as records; what changes, as state), learning-rate
 * schedules and the L1 and L2 penalty. Knows only the JDK, {@code rule} and EJML. State belongs to one thread.
 */
@NullMarked
package hyperlab.optim;

import org.jspecify.annotations.NullMarked;
