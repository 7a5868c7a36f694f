/**
 * The command line. Each command is one class. Only this package and its subpackages print. It may use every package
 * except {@code app}. It runs on the main thread.
 */
@NullMarked
package hyperlab.cli;

import org.jspecify.annotations.NullMarked;
