package hyperlab.train;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Runs numbered tasks on several threads. The tasks start in numerical order. */
public final class Parallel {
    private final int count;
    private final IntConsumer work;
    private final BooleanSupplier cancelled;
    private int next;
    private int running;
    private int failedTask = Integer.MAX_VALUE;
    private @Nullable Throwable failure;

    private Parallel(int count, IntConsumer work, BooleanSupplier cancelled) {
        this.count = count;
        this.work = work;
        this.cancelled = cancelled;
    }

    /**
     * Runs the tasks 0 … {@code count} − 1 on the calling thread and on up to {@code threads} − 1 threads of
     * {@code executor}. Returns once all started tasks have ended. After a failure no further tasks are started.
     *
     * @param threads maximum number of tasks that run at the same time
     * @param cancelled checked before each task; true starts no further tasks
     * @throws RuntimeException or Error the exception of the failed task; the one with the lowest number if several
     *     failed
     */
    public static void runAll(int count, int threads, Executor executor, IntConsumer work, BooleanSupplier cancelled) {
        Parallel pieces = new Parallel(count, work, cancelled);
        for (int thread = 1; thread < Math.min(threads, count); thread++) {
            executor.execute(pieces::runTasks);
        }
        pieces.runTasks();
        pieces.awaitOthers();
    }

    private void runTasks() {
        int task = nextTask();
        while (task >= 0) {
            try {
                work.accept(task);
                taskEnded(task, null);
            } catch (RuntimeException | Error thrown) {
                taskEnded(task, thrown);
            }
            task = nextTask();
        }
    }

    /** The number of the next task; −1 if no further task is to be started. */
    private synchronized int nextTask() {
        if (next == count || failure != null || cancelled.getAsBoolean()) {
            return -1;
        }
        running++;
        return next++;
    }

    private synchronized void taskEnded(int task, @Nullable Throwable thrown) {
        running--;
        if (thrown != null && task < failedTask) {
            failedTask = task;
            failure = thrown;
        }
        notifyAll();
    }

    private synchronized void awaitOthers() {
        boolean interrupted = false;
        while (running > 0) {
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
