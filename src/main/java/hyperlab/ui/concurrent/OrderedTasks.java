package hyperlab.ui.concurrent;

import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs every task that is submitted on a worker. Tasks with the same key, such as the file that they write, run one
 * after the other in their order; others do not wait for them. FX thread only.
 *
 * @param <K> the keys
 */
public final class OrderedTasks<K> {
    private final Executor workers;
    private final Executor fxExecutor;
    private final Map<K, CompletableFuture<@Nullable Void>> newest = new HashMap<>();
    private final Queue<Runnable> deliveries = new ConcurrentLinkedQueue<>();

    /** @param name name of the threads, such as {@code disk} */
    public OrderedTasks(String name, TaskExecutor workers, Executor fxExecutor) {
        this.workers = work -> workers.run(name, work);
        this.fxExecutor = fxExecutor;
    }

    /**
     * Runs {@code task} on a worker and passes its result to {@code consumer} on the FX thread. A task that throws has
     * no result; what it throws is thrown on the FX thread, and the next task runs all the same.
     */
    public <R extends @Nullable Object> void submit(K key, Supplier<R> task, Consumer<R> consumer) {
        newest.values().removeIf(CompletableFuture::isDone);
        CompletableFuture<@Nullable Void> before = newest.getOrDefault(key, CompletableFuture.completedFuture(null));
        newest.put(key, before.thenRunAsync(() -> deliver(outcome(task, consumer)), workers));
    }

    /** Waits for all tasks and delivers their results before it returns. */
    public void finish() {
        newest.values().forEach(CompletableFuture::join);
        while (!deliveries.isEmpty()) {
            deliverNext();
        }
    }

    private static <R extends @Nullable Object> Runnable outcome(Supplier<R> task, Consumer<R> consumer) {
        try {
            R result = task.get();
            return () -> consumer.accept(result);
        } catch (RuntimeException | Error fault) {
            return () -> {
                throw fault;
            };
        }
    }

    private void deliver(Runnable outcome) {
        deliveries.add(outcome);
        fxExecutor.execute(this::deliverNext);
    }

    /** Does nothing if {@link #finish} has delivered everything. */
    private void deliverNext() {
        Runnable next = deliveries.poll();
        if (next != null) {
            next.run();
        }
    }
}
