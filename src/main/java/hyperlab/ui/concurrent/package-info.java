/**
 * The only package with threads and {@code Platform.runLater}: named workers, the conflating hand-off from a worker to
 * the window, and the handler of uncaught exceptions.
 */
@NullMarked
package hyperlab.ui.concurrent;

import org.jspecify.annotations.NullMarked;
