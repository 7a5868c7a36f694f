package hyperlab.nn.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {
    private static final long COST = Workers.MIN_PART;

    private static Workers workers(int threads) {
        Workers workers = new Workers();
        workers.configure(threads, () -> false);
        return workers;
    }

    @Test
    void eachResultIsComputedOnceInMultiplesByPartsWithNumbersBelowTheThreads() {
        for (int threads = 1; threads <= 9; threads++) {
            for (int count : new int[] {1, 4, 5, 30, 101}) {
                AtomicIntegerArray computed = new AtomicIntegerArray(count);
                AtomicIntegerArray parts = new AtomicIntegerArray(threads);
                workers(threads).compute(count, 4, COST, (number, from, to) -> {
                    parts.incrementAndGet(number);
                    assertTrue(from % 4 == 0 && (to % 4 == 0 || to == count), from + " to " + to);
                    for (int i = from; i < to; i++) {
                        computed.incrementAndGet(i);
                    }
                });
                for (int i = 0; i < count; i++) {
                    assertEquals(1, computed.get(i));
                }
                for (int number = 0; number < threads; number++) {
                    assertTrue(parts.get(number) <= 1);
                }
            }
        }
    }

    @Test
    void smallComputationsStayOnTheCallingThread() {
        List<Thread> threads = new ArrayList<>();
        workers(8).compute(100, 1, Workers.MIN_PART / 100, (number, from, to) -> threads.add(Thread.currentThread()));
        assertEquals(List.of(Thread.currentThread()), threads);
    }

    /** A part waits for the other one for a moment, which ends early only if another thread computes it meanwhile. */
    @Test
    void anotherThreadHelpsIfThereIsAnotherProcessor() {
        AtomicBoolean helped = new AtomicBoolean(Runtime.getRuntime().availableProcessors() == 1);
        while (!helped.get()) {
            CountDownLatch both = new CountDownLatch(2);
            workers(2).compute(2, 1, COST, (number, from, to) -> {
                both.countDown();
                if (isReached(both)) {
                    helped.set(true);
                }
            });
        }
    }

    private static boolean isReached(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatAPartThrowsIsThrownAfterAllPartsHaveEnded() {
        Workers workers = workers(4);
        for (int failing = 0; failing < 4; failing++) {
            int number = failing;
            IllegalStateException thrown = new IllegalStateException("part " + failing);
            AtomicInteger ended = new AtomicInteger();
            assertSame(
                    thrown,
                    assertThrows(
                            IllegalStateException.class,
                            () -> workers.compute(4, 1, COST, (part, from, to) -> {
                                if (part == number) {
                                    throw thrown;
                                }
                                ended.incrementAndGet();
                            })));
            assertEquals(3, ended.get());
        }
        AtomicInteger computed = new AtomicInteger();
        workers.compute(4, 1, COST, (part, from, to) -> computed.addAndGet(to - from));
        assertEquals(4, computed.get());
    }

    @Test
    void aCancelledPartCancelsTheComputation() {
        Workers workers = new Workers();
        AtomicBoolean cancelled = new AtomicBoolean();
        workers.configure(3, cancelled::get);
        workers.compute(3, 1, COST, (number, from, to) -> workers.checkCancelled());
        cancelled.set(true);
        assertThrows(
                CancelledException.class,
                () -> workers.compute(3, 1, COST, (number, from, to) -> workers.checkCancelled()));
    }

    @Test
    void severalNetworksShareTheHelpers() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(6);
        try {
            List<Future<Long>> sums = new ArrayList<>();
            for (int caller = 0; caller < 6; caller++) {
                sums.add(callers.submit(() -> {
                    Workers workers = workers(3);
                    long sum = 0;
                    for (int repetition = 0; repetition < 300; repetition++) {
                        long[] results = new long[1000];
                        workers.compute(1000, 8, COST, (number, from, to) -> {
                            for (int i = from; i < to; i++) {
                                results[i] = i;
                            }
                        });
                        for (long result : results) {
                            sum += result;
                        }
                    }
                    return sum;
                }));
            }
            for (Future<Long> sum : sums) {
                assertEquals(300L * 999 * 1000 / 2, sum.get());
            }
        } finally {
            callers.shutdownNow();
        }
        assertFalse(Thread.currentThread().isInterrupted());
    }
}
