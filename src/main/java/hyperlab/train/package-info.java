/**
 * Experiments and their training: what is given (records), the run that steps, what it reports and how it ends. Knows
 * {@code nn}, {@code optim}, {@code data} and what these know. A run belongs to the thread that steps it; reports are
 * immutable.
 */
@NullMarked
package hyperlab.train;

import org.jspecify.annotations.NullMarked;
