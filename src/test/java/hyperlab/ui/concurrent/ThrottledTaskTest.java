package hyperlab.ui.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ThrottledTaskTest {
    private final Queue<Runnable> worker = new ArrayDeque<>();
    private final List<Integer> taken = new ArrayList<>();
    private final List<Long> rests = new ArrayList<>();

    @Test
    void ofManyOrdersTheNewestIsWorkedOutAndEachIsFollowedByARest() {
        ThrottledTask<Integer, Integer> work = new ThrottledTask<>(
                worker::add, Runnable::run, order -> order < 0 ? null : order, taken::add, rests::add);
        work.submit(1);
        work.submit(2);
        assertEquals(1, worker.size());
        worker.remove().run();
        assertEquals(List.of(2), taken);
        work.submit(-1);
        worker.remove().run();
        assertEquals(List.of(2), taken);
        assertEquals(2, rests.size());
        work.submit(3);
        work.clear();
        worker.remove().run();
        assertEquals(List.of(2), taken);
    }

    @Test
    void whatIsOrderedDuringTheRestFollows() {
        List<ThrottledTask<Integer, Integer>> self = new ArrayList<>();
        AtomicInteger more = new AtomicInteger(2);
        self.add(new ThrottledTask<>(Runnable::run, Runnable::run, order -> order, taken::add, millis -> {
            if (more.getAndDecrement() > 0) {
                self.get(0).submit(10 + more.get());
            }
        }));
        self.get(0).submit(1);
        assertEquals(List.of(1, 11, 10), taken);
    }

    @Test
    void aHandoverIsServedAtOnceWhileNoOneWorksAndBetweenStepsOtherwise() throws InterruptedException {
        SnapshotExchange<String> handover = new SnapshotExchange<>();
        assertEquals(Optional.of("idle"), handover.requestSnapshot(() -> "idle"));
        assertEquals(Optional.empty(), handover.requestSnapshot(() -> null));
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
        Thread busy = new Thread(() -> handover.runExclusively(() -> {
            begun.countDown();
            while (!over.get()) {
                handover.serveRequest(() -> "between");
                Thread.onSpinWait();
            }
        }));
        busy.start();
        begun.await();
        assertEquals(Optional.of("between"), handover.requestSnapshot(() -> "idle"));
        over.set(true);
        busy.join();
        assertTrue(handover.requestSnapshot(() -> "idle").isPresent());
    }
}
