package hyperlab.app.concurrent;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** Tasks that any thread hands over and that wait for their turn, which comes only so often. */
final class PacedTasks implements Executor {
    private final long delay;
    private final long pause;
    private final Runnable asked;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private int due;
    private long since;
    private long last;

    /**
     * Has none.
     *
     * @param delay nanoseconds that a task waits at least, from when it is first seen
     * @param pause nanoseconds between two turns, on average
     * @param asked told when there is another
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
     * Runs those whose turn it is; always called from one thread.
     *
     * @param now nanoseconds on the clock of the pulses
     * @param atOnce whether none has to wait for the delay
     * @return whether there was any
     */
    boolean takeTurn(long now, boolean atOnce) {
        if (due == 0) {
            due = tasks.size();
            since = now;
        }
        boolean turn = due > 0 && (atOnce || now - since >= delay) && now - last >= pause;
        if (turn) {
            // A turn that comes a little late brings the next one forward, so that there are as many on average.
            last = Math.max(last + pause, now - pause / 4);
            run(tasks, due);
            due = 0;
        }
        return turn;
    }

    /** Takes so many tasks from a queue and runs them; fewer where there are fewer. */
    static void run(Queue<Runnable> tasks, int count) {
        for (int k = 0; k < count; k++) {
            Runnable task = tasks.poll();
            if (task != null) {
                task.run();
            }
        }
    }
}
