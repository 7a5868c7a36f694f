package hyperlab.nn.kernel;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A thread that helps with the parts of a {@link SharedTask}. All networks share the threads; there is one for each
 * processor but one. After a task, a thread looks for the next one for a short time before it sleeps: a layer takes
 * less time than waking a thread does.
 */
final class HelperThread extends Thread {
    private static final long SPIN_NANOS = 500_000;
    /** After so many looks for a task, it looks at the time and lets other programs run. */
    private static final int SPINS_PER_LOOK = 64;

    private static final class Pool {
        static final HelperThread[] THREADS = IntStream.range(
                        1, Runtime.getRuntime().availableProcessors())
                .mapToObj(HelperThread::new)
                .toArray(HelperThread[]::new);

        static {
            for (HelperThread thread : THREADS) {
                thread.start();
            }
        }
    }

    private final AtomicReference<@Nullable SharedTask> task = new AtomicReference<>();
    private volatile boolean sleeps;

    private HelperThread(int number) {
        super("network-" + number);
        setDaemon(true);
    }

    /** Asks as many idle threads to help; they do not all need to. */
    static void invite(int count, SharedTask task) {
        int invited = 0;
        for (int i = 0; i < Pool.THREADS.length && invited < count; i++) {
            invited += Pool.THREADS[i].accept(task) ? 1 : 0;
        }
    }

    /** A task that has ended may be replaced before this thread has noticed its end. */
    private boolean accept(SharedTask newTask) {
        SharedTask before = task.get();
        if ((before != null && !before.isDone()) || !task.compareAndSet(before, newTask)) {
            return false;
        }
        if (sleeps) {
            LockSupport.unpark(this);
        }
        return true;
    }

    @Override
    public void run() {
        while (true) {
            help();
        }
    }

    private void help() {
        SharedTask accepted = await();
        accepted.work();
        task.compareAndSet(accepted, null);
    }

    @SuppressWarnings("ThreadPriorityCheck") // Only how fast it is depends on the scheduler
    private SharedTask await() {
        long end = System.nanoTime() + SPIN_NANOS;
        for (int i = 0; ; i++) {
            SharedTask accepted = task.get();
            if (accepted != null) {
                return accepted;
            }
            if (i % SPINS_PER_LOOK != 0) {
                Thread.onSpinWait();
            } else if (System.nanoTime() > end) {
                sleep();
            } else {
                // Other programs that wait for a processor get this one.
                Thread.yield();
            }
        }
    }

    private void sleep() {
        sleeps = true;
        while (task.get() == null) {
            LockSupport.park(this);
        }
        sleeps = false;
    }
}
