package hyperlab.file.disk;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets the disk be full from a certain change of a file on, or the memory be used up at one, until it is closed.
 * Changes are counted from 1.
 */
public final class FailingDisk implements AutoCloseable {
    private final AtomicInteger changes = new AtomicInteger();
    private final DiskProbe before;

    private FailingDisk(int firstFailure, int failures, boolean memory) {
        before = DiskProbe.CURRENT.getAndSet(file -> check(firstFailure, failures, memory));
    }

    /** The change with this number and all later ones fail. */
    public static FailingDisk fullFrom(int change) {
        return new FailingDisk(change, Integer.MAX_VALUE, false);
    }

    /** Only the change with this number fails, as if another program had freed some space. */
    public static FailingDisk failingOnceAt(int change) {
        return new FailingDisk(change, 1, false);
    }

    /** An allocation fails right before the change with this number. */
    public static FailingDisk outOfMemoryAt(int change) {
        return new FailingDisk(change, 1, true);
    }

    private void check(int firstFailure, int failures, boolean memory) throws IOException {
        int change = changes.incrementAndGet();
        if (change >= firstFailure && change - firstFailure < failures) {
            if (memory) {
                throw new OutOfMemoryError("Java heap space");
            }
            throw new IOException("No space left on device");
        }
    }

    /** The number of changes that were tried. */
    public int changes() {
        return changes.get();
    }

    @Override
    public void close() {
        DiskProbe.CURRENT.set(before);
    }
}
