/**
 * The entry point, and nothing else: it alone knows both the window and the command line. Runs on the main thread.
 */
@NullMarked
package hyperlab;

import org.jspecify.annotations.NullMarked;
