/**
 * Contains only the entry point, which is the only code that knows both the window and the command line. Runs on the
 * main thread.
 */
@NullMarked
package hyperlab;

import org.jspecify.annotations.NullMarked;
