package hyperlab.ui.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderedTasksTest {
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final Deque<Runnable> fxThread = new ArrayDeque<>();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final List<String> delivered = new ArrayList<>();
    private final OrderedTasks<String> tasks =
            new OrderedTasks<>("test", (name, work) -> workers.add(work), fxThread::add);

    private void submit(String key, String name) {
        tasks.submit(
                key,
                () -> {
                    done.add(name);
                    return name;
                },
                delivered::add);
    }

    private static void runAll(Deque<Runnable> executor) {
        while (!executor.isEmpty()) {
            executor.remove().run();
        }
    }

    @Test
    void tasksOfOneKeyRunInOrderAndOthersDoNotWait() {
        submit("slow", "first");
        submit("slow", "second");
        submit("other", "third");
        assertEquals(List.of(), done, "nothing runs on the FX thread");
        assertEquals(2, workers.size(), "the second task waits for the first");
        workers.removeLast().run();
        assertEquals(List.of("third"), done);
        runAll(workers);
        assertEquals(List.of("third", "first", "second"), done);
        assertEquals(List.of(), delivered);
        runAll(fxThread);
        assertEquals(done, delivered);
    }

    @Test
    void whatTaskThrowsIsThrownOnFxThreadAndTheNextTaskRuns() {
        IllegalStateException fault = new IllegalStateException("fault");
        tasks.<String>submit(
                "key",
                () -> {
                    throw fault;
                },
                delivered::add);
        submit("key", "next");
        runAll(workers);
        assertSame(fault, assertThrows(IllegalStateException.class, fxThread.remove()::run));
        runAll(fxThread);
        assertEquals(List.of("next"), delivered);
    }

    @Test
    void finishWaitsForAllTasksAndDeliversTheirResultsOnce() {
        OrderedTasks<String> inThreads =
                new OrderedTasks<>("test", (name, work) -> new Thread(work).start(), fxThread::add);
        for (int task = 0; task < 20; task++) {
            String name = "task " + task;
            inThreads.submit("key " + task % 3, () -> name, delivered::add);
        }
        inThreads.finish();
        assertEquals(20, delivered.size());
        runAll(fxThread);
        assertEquals(20, delivered.size());
    }
}
