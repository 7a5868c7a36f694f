/**
 * The command line. Each command is one class, and this is the only package that prints. It may use every package
 * except {@code app}. It runs on the main thread.
 * It has more than 40 files because each subcommand is a class of its own.
 */
@NullMarked
package hyperlab.cli;

import org.jspecify.annotations.NullMarked;
