package hyperlab.ui.concurrent;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** A queue of tasks from any thread that run in batches at a limited rate. */
final class ThrottledTaskQueue implements Executor {
    private final long delayNanos;
    private long pauseNanos;
    private final Runnable onTaskAdded;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private int dueCount;
    private long dueSince;
    private long lastRun;

    /**
     * Starts empty.
     *
     * @param delayNanos minimum wait of a task in nanoseconds, from when the polling thread first sees it
     * @param pauseNanos average time between two batches, in nanoseconds
     * @param onTaskAdded called when a task was added
     */
    ThrottledTaskQueue(long delayNanos, long pauseNanos, Runnable onTaskAdded) {
        this.delayNanos = delayNanos;
        this.pauseNanos = pauseNanos;
        this.onTaskAdded = onTaskAdded;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        onTaskAdded.run();
    }

    /** Changes the average time between two batches; on the thread that polls. */
    void setPauseNanos(long nanos) {
        pauseNanos = nanos;
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }

    /**
     * Runs the tasks that are due. Must always be called from the same thread.
     *
     * @param now the pulse time in nanoseconds
     * @param skipDelay whether to skip the delay
     * @return whether any task was due and run
     */
    boolean runDue(long now, boolean skipDelay) {
        if (dueCount == 0) {
            dueCount = tasks.size();
            dueSince = now;
        }
        boolean isDue = dueCount > 0 && (skipDelay || now - dueSince >= delayNanos) && now - lastRun >= pauseNanos;
        if (isDue) {
            // A batch that runs slightly late shortens the wait for the next one, so that the average rate is kept.
            lastRun = Math.max(lastRun + pauseNanos, now - pauseNanos / 4);
            runTasks(tasks, dueCount);
            dueCount = 0;
        }
        return isDue;
    }

    /** Removes up to {@code count} tasks from the queue and runs them. */
    static void runTasks(Queue<Runnable> tasks, int count) {
        for (int k = 0; k < count; k++) {
            Runnable task = tasks.poll();
            if (task != null) {
                task.run();
            }
        }
    }
}
