package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParallelTest {
    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        others.shutdownNow();
    }

    @Test
    void processesEachItemOnce() {
        AtomicIntegerArray done = new AtomicIntegerArray(100);
        Parallel.runAll(100, 4, others, done::incrementAndGet, () -> false);
        for (int piece = 0; piece < 100; piece++) {
            assertEquals(1, done.get(piece));
        }
        Parallel.runAll(0, 4, others, piece -> done.incrementAndGet(-1), () -> false);
    }

    @Test
    void usesAsManyThreadsAsAllowed() {
        CyclicBarrier together = new CyclicBarrier(4);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Parallel.runAll(
                8,
                4,
                others,
                piece -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    meet(together);
                    atOnce.decrementAndGet();
                    meet(together);
                },
                () -> false);
        assertEquals(4, most.get());
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void singleThreadRunsInOrderOnTheCallersThread() {
        List<Integer> order = new ArrayList<>();
        Thread caller = Thread.currentThread();
        Parallel.runAll(
                5,
                1,
                others,
                piece -> {
                    assertSame(caller, Thread.currentThread());
                    order.add(piece);
                },
                () -> false);
        assertEquals(List.of(0, 1, 2, 3, 4), order);
    }

    @Test
    void tasksThatNeverRunDoNotBlock() {
        AtomicInteger done = new AtomicInteger();
        Parallel.runAll(3, 3, task -> {}, piece -> done.incrementAndGet(), () -> false);
        assertEquals(3, done.get());
    }

    @Test
    void failureStopsNewTasksAndIsThrownAfterAllEnd() {
        CyclicBarrier together = new CyclicBarrier(2);
        AtomicInteger begun = new AtomicInteger();
        AtomicBoolean ended = new AtomicBoolean();
        CountDownLatch thrown = new CountDownLatch(1);
        IllegalStateException failure = assertThrows(
                IllegalStateException.class,
                () -> Parallel.runAll(
                        10,
                        2,
                        others,
                        piece -> {
                            begun.incrementAndGet();
                            meet(together);
                            if (piece == 0) {
                                thrown.countDown();
                                throw new IllegalStateException("piece 0");
                            }
                            await(thrown);
                            ended.set(true);
                            throw new IllegalStateException("piece 1");
                        },
                        () -> false));
        assertEquals("piece 0", failure.getMessage());
        assertEquals(2, begun.get());
        assertTrue(ended.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void errorIsThrownUnchanged() {
        assertThrows(
                OutOfMemoryError.class,
                () -> Parallel.runAll(
                        2,
                        1,
                        others,
                        piece -> {
                            throw new OutOfMemoryError();
                        },
                        () -> false));
    }

    @Test
    void canceledWorkStartsNoMoreTasks() {
        List<Integer> done = new ArrayList<>();
        Parallel.runAll(10, 1, others, done::add, () -> done.size() == 3);
        assertEquals(List.of(0, 1, 2), done);
    }

    @Test
    void interruptIsPropagatedAfterTheWorkEnds() {
        Thread caller = Thread.currentThread();
        AtomicBoolean begun = new AtomicBoolean();
        AtomicBoolean ended = new AtomicBoolean();
        Parallel.runAll(
                2,
                2,
                others,
                piece -> {
                    if (Thread.currentThread().equals(caller)) {
                        spinUntil(begun::get);
                        return;
                    }
                    begun.set(true);
                    spinUntil(() -> caller.getState() == Thread.State.WAITING);
                    caller.interrupt();
                    ended.set(true);
                },
                () -> false);
        assertTrue(Thread.interrupted());
        assertTrue(ended.get());
    }

    private static void spinUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void seedsGiveTheSameHistoriesOnAnyNumberOfThreads() {
        SeededExperiments seeds = new SeededExperiments(
                Experiment.DEFAULT
                        .withNetwork(NetworkSettings.DEFAULT.withDropout(0.2))
                        .withTraining(TrainingSettings.DEFAULT.withEpochs(5)),
                6);
        List<List<Object>> alone = trained(seeds, 1);
        assertEquals(alone, trained(seeds, 4));
        assertEquals(6, alone.stream().distinct().count());
    }

    private List<List<Object>> trained(SeededExperiments seeds, int threads) {
        TrainingRun[] runs = new TrainingRun[seeds.count()];
        Parallel.runAll(
                runs.length,
                threads,
                others,
                run -> {
                    runs[run] = new TrainingRun(seeds.experimentOf(run), TestPartitions.twoClouds(), null);
                    runs[run].train(report -> {}, () -> false);
                },
                () -> false);
        return IntStream.range(0, runs.length)
                .mapToObj(run -> ReportedValues.current(runs[run]))
                .toList();
    }

    @Test
    void ensemblesUnderSeveralSeedsShareNoNetwork() {
        SeededExperiments single = new SeededExperiments(Experiment.DEFAULT.withSeed(-1), 3);
        SeededExperiments threes =
                new SeededExperiments(Experiment.DEFAULT.withSeed(-1).withEnsemble(3), 3);
        assertEquals(List.of(-1L, 0L, 1L), seedsOf(single));
        assertEquals(List.of(-1L, 2L, 5L), seedsOf(threes));
    }

    private static List<Long> seedsOf(SeededExperiments seeds) {
        return IntStream.range(0, seeds.count())
                .mapToObj(run -> seeds.experimentOf(run).seed())
                .toList();
    }
}
