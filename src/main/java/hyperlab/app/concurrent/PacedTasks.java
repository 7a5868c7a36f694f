package hyperlab.app.concurrent;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** A queue of tasks from any thread that run in batches at a limited rate. */
final class PacedTasks implements Executor {
    private final long delay;
    private final long pause;
    private final Runnable asked;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private int due;
    private long since;
    private long last;

    /**
     * Starts empty.
     *
     * @param delay minimum wait of a task in nanoseconds, from when the polling thread first sees it
     * @param pause average time between two batches, in nanoseconds
     * @param asked called when a task was added
     */
    PacedTasks(long delay, long pause, Runnable asked) {
        this.delay = delay;
        this.pause = pause;
        this.asked = asked;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        asked.run();
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }

    /**
     * Runs the tasks that are due. Must always be called from the same thread.
     *
     * @param now the pulse time in nanoseconds
     * @param atOnce whether to skip the delay
     * @return whether any task was due and run
     */
    boolean takeTurn(long now, boolean atOnce) {
        if (due == 0) {
            due = tasks.size();
            since = now;
        }
        boolean turn = due > 0 && (atOnce || now - since >= delay) && now - last >= pause;
        if (turn) {
            // A batch that runs slightly late shortens the wait for the next one, so that the average rate is kept.
            last = Math.max(last + pause, now - pause / 4);
            run(tasks, due);
            due = 0;
        }
        return turn;
    }

    /** Removes up to {@code count} tasks from the queue and runs them. */
    static void run(Queue<Runnable> tasks, int count) {
        for (int k = 0; k < count; k++) {
            Runnable task = tasks.poll();
            if (task != null) {
                task.run();
            }
        }
    }
}
