package hyperlab.ui.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottledTaskQueueTest {
    private static final long START = 1_000_000;

    private final List<String> done = new ArrayList<>();
    private int asked;

    private ThrottledTaskQueue tasks(long delay, long pause) {
        return new ThrottledTaskQueue(delay, pause, () -> asked++);
    }

    @Test
    void requestsATurnAndRunsOncePerTask() {
        ThrottledTaskQueue tasks = tasks(0, 10);
        tasks.execute(() -> done.add("one"));
        tasks.execute(() -> done.add("two"));
        assertEquals(2, asked);
        assertTrue(tasks.runDue(START, false));
        assertEquals(List.of("one", "two"), done);
        assertTrue(tasks.isEmpty());
        assertFalse(tasks.runDue(START + 100, false), "nothing is left");
    }

    @Test
    void turnsRespectTheirAverageInterval() {
        ThrottledTaskQueue tasks = tasks(0, 16);
        int turns = 0;
        for (long now = START; now < START + 1_600; now += 4) {
            tasks.execute(() -> {});
            turns += tasks.runDue(now, false) ? 1 : 0;
        }
        assertEquals(100, turns, 1);
    }

    @Test
    void lateTurnMovesTheNextOneEarlier() {
        ThrottledTaskQueue tasks = tasks(0, 16);
        for (long now : new long[] {START, START + 20, START + 32}) {
            tasks.execute(() -> done.add("at " + (now - START)));
            tasks.runDue(now, false);
        }
        assertEquals(List.of("at 0", "at 20", "at 32"), done);
        tasks.execute(() -> done.add("too soon"));
        assertFalse(tasks.runDue(START + 40, false));
    }

    @Test
    void taskWaitsForItsDelayUnlessUrgent() {
        ThrottledTaskQueue tasks = tasks(30, 80);
        tasks.execute(() -> done.add("one"));
        assertFalse(tasks.runDue(START, false));
        assertFalse(tasks.runDue(START + 29, false));
        assertTrue(tasks.runDue(START + 30, false));
        tasks.execute(() -> done.add("two"));
        assertFalse(tasks.runDue(START + 50, true), "the pause holds all the same");
        assertTrue(tasks.runDue(START + 110, true));
        assertEquals(List.of("one", "two"), done);
    }

    @Test
    void taskQueuedByATaskWaitsForTheNextTurn() {
        ThrottledTaskQueue tasks = tasks(0, 16);
        tasks.execute(() -> tasks.execute(() -> done.add("later")));
        assertTrue(tasks.runDue(START, false));
        assertEquals(List.of(), done);
        assertTrue(tasks.runDue(START + 16, false));
        assertEquals(List.of("later"), done);
    }
}
