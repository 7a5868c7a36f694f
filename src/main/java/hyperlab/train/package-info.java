/**
 * Experiments and their training: settings (records), the run that performs the steps, its reports and its outcome.
 * Depends on {@code nn}, {@code optim}, {@code data} and their dependencies. A run belongs to the thread that steps it;
 * reports are immutable.
 */
@NullMarked
package hyperlab.train;

import org.jspecify.annotations.NullMarked;
