package hyperlab.train;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Numbered pieces of work on several threads, each piece on one, begun in their order. */
public final class Parallel {
    private final int count;
    private final IntConsumer work;
    private final BooleanSupplier cancelled;
    private int next;
    private int underWay;
    private int failedPiece = Integer.MAX_VALUE;
    private @Nullable Throwable failure;

    private Parallel(int count, IntConsumer work, BooleanSupplier cancelled) {
        this.count = count;
        this.work = work;
        this.cancelled = cancelled;
    }

    /**
     * Does the pieces 0 … {@code count} − 1 on the calling thread and on up to {@code threads} − 1 tasks of
     * {@code executor}, and returns once all that were begun have ended. Once one has failed no more are begun.
     *
     * @param threads at most so many pieces are under way at once
     * @param cancelled asked before each piece; true begins no more
     * @throws RuntimeException or Error what the piece threw that failed, the first by number where several did
     */
    public static void each(int count, int threads, Executor executor, IntConsumer work, BooleanSupplier cancelled) {
        Parallel pieces = new Parallel(count, work, cancelled);
        for (int thread = 1; thread < Math.min(threads, count); thread++) {
            executor.execute(pieces::workOff);
        }
        pieces.workOff();
        pieces.awaitOthers();
    }

    private void workOff() {
        int piece = take();
        while (piece >= 0) {
            try {
                work.accept(piece);
                ended(piece, null);
            } catch (RuntimeException | Error thrown) {
                ended(piece, thrown);
            }
            piece = take();
        }
    }

    /** The next piece; −1 where there is none to begin. */
    private synchronized int take() {
        if (next == count || failure != null || cancelled.getAsBoolean()) {
            return -1;
        }
        underWay++;
        return next++;
    }

    private synchronized void ended(int piece, @Nullable Throwable thrown) {
        underWay--;
        if (thrown != null && piece < failedPiece) {
            failedPiece = piece;
            failure = thrown;
        }
        notifyAll();
    }

    private synchronized void awaitOthers() {
        boolean interrupted = false;
        while (underWay > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
