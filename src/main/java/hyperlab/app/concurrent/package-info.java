/**
 * The one place with threads and {@code Platform.runLater}: named workers, the conflating hand-off from a worker to the
 * window, and the one handler of unforeseen faults.
 */
@NullMarked
package hyperlab.app.concurrent;

import org.jspecify.annotations.NullMarked;
