package hyperlab.ui.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LatestTaskTest {
    private final Deque<Runnable> atWork = new ArrayDeque<>();
    private final Deque<Integer> orderedMeanwhile = new ArrayDeque<>();
    private final List<Integer> taken = new ArrayList<>();
    private final LatestTask<Integer, Integer> squares = new LatestTask<Integer, Integer>(
                    atWork::add,
                    task -> {
                        while (!orderedMeanwhile.isEmpty()) {
                            order(orderedMeanwhile.poll());
                        }
                        task.run();
                    },
                    number -> number * number,
                    taken::add)
            .directIf(small -> small < 10);

    private void order(int number) {
        squares.submit(number);
    }

    @Test
    void shortTasksRunImmediately() {
        order(7);

        assertEquals(List.of(49), taken);
        assertTrue(atWork.isEmpty());
    }

    @Test
    void onlyTheNewestRunsAfterALongTaskOnTheSameThread() {
        order(90);
        orderedMeanwhile.add(80);
        orderedMeanwhile.add(70);
        atWork.remove().run();

        assertEquals(List.of(8100, 4900), taken);
        assertTrue(atWork.isEmpty());
    }

    @Test
    void shortTaskDiscardsTheLongOne() {
        order(90);
        order(7);
        atWork.remove().run();

        assertEquals(List.of(49), taken);
    }

    @Test
    void aResultIsDroppedAfterThatOfALaterInput() {
        order(90);
        orderedMeanwhile.add(7);
        atWork.remove().run();

        assertEquals(List.of(49), taken);
    }

    @Test
    void throttledTaskRestsAfterEachComputationEvenWithoutAResult() {
        List<Long> rests = new ArrayList<>();
        LatestTask<Integer, Integer> work = new LatestTask<Integer, Integer>(
                        atWork::add, Runnable::run, number -> number < 0 ? null : number, taken::add)
                .throttled(rests::add);
        work.submit(1);
        work.submit(2);
        assertEquals(1, atWork.size());
        atWork.remove().run();
        assertEquals(List.of(2), taken);
        work.submit(-1);
        atWork.remove().run();
        assertEquals(List.of(2), taken);
        assertEquals(2, rests.size());
    }

    @Test
    void canceledInputIsNotComputed() {
        List<Integer> computed = new ArrayList<>();
        LatestTask<Integer, Integer> task = new LatestTask<>(
                atWork::add,
                Runnable::run,
                number -> {
                    computed.add(number);
                    return number;
                },
                taken::add);
        task.submit(30);
        task.cancel();
        atWork.remove().run();
        assertEquals(List.of(), computed);
    }

    @Test
    void resultThatIsUnderWayIsNotDeliveredAfterCancelButALaterOneIs() {
        Deque<Runnable> deliveries = new ArrayDeque<>();
        LatestTask<Integer, Integer> task =
                new LatestTask<>(Runnable::run, deliveries::add, number -> number, taken::add);
        task.submit(1);
        task.cancel();
        task.submit(2);
        deliveries.forEach(Runnable::run);
        assertEquals(List.of(2), taken);
    }

    @Test
    void processesInputThatArrivesDuringTheRest() {
        List<LatestTask<Integer, Integer>> self = new ArrayList<>();
        AtomicInteger more = new AtomicInteger(2);
        self.add(new LatestTask<Integer, Integer>(Runnable::run, Runnable::run, number -> number, taken::add)
                .throttled(millis -> {
                    if (more.getAndDecrement() > 0) {
                        self.get(0).submit(10 + more.get());
                    }
                }));
        self.get(0).submit(1);
        assertEquals(List.of(1, 11, 10), taken);
    }
}
