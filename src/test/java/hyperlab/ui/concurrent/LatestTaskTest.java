package hyperlab.ui.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTaskTest {
    private final Deque<Runnable> atWork = new ArrayDeque<>();
    private final Deque<Integer> orderedMeanwhile = new ArrayDeque<>();
    private final List<Integer> taken = new ArrayList<>();
    private final LatestTask<Integer, Integer> squares = new LatestTask<>(
            atWork::add,
            task -> {
                while (!orderedMeanwhile.isEmpty()) {
                    order(orderedMeanwhile.poll());
                }
                task.run();
            },
            number -> number * number,
            taken::add);

    private void order(int number) {
        squares.submit(number, small -> small < 10);
    }

    @Test
    void shortWorkIsDoneAtOnce() {
        order(7);

        assertEquals(List.of(49), taken);
        assertTrue(atWork.isEmpty());
    }

    @Test
    void whileLongWorkIsDoneTheNewestAloneFollowsOnTheSameThread() {
        order(90);
        orderedMeanwhile.add(80);
        orderedMeanwhile.add(70);
        atWork.remove().run();

        assertEquals(List.of(8100, 4900), taken);
        assertTrue(atWork.isEmpty());
    }

    @Test
    void longWorkIsForgottenWhenShortFollows() {
        order(90);
        order(7);
        atWork.remove().run();

        assertEquals(List.of(49), taken);
    }
}
