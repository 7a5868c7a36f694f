/**
 * The command line: one class a verb, and the only place that prints. Knows everything but {@code app}. Runs on the
 * main thread.
 */
@NullMarked
package hyperlab.cli;

import org.jspecify.annotations.NullMarked;
