package hyperlab.lab;

import hyperlab.log.LogTable;
import java.nio.file.Path;

/**
 * A lab that opens files that are no documents, such as an image, when they are dropped on it or opened. Each method
 * returns false if the lab has no use for that kind. FX thread only: what takes long is done on a worker.
 */
public interface AcceptsDrop {
    /** Opens a table to train on. */
    default boolean openTable(Path file) {
        return false;
    }

    /** Opens the training log of another program. */
    default boolean openLog(LogTable log) {
        return false;
    }

    /** Opens an image that contains no document. */
    default boolean openImage(Path file) {
        return false;
    }
}
