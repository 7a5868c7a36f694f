package hyperlab.app.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacedTasksTest {
    private static final long START = 1_000_000;

    private final List<String> done = new ArrayList<>();
    private int asked;

    private PacedTasks tasks(long delay, long pause) {
        return new PacedTasks(delay, pause, () -> asked++);
    }

    @Test
    void eachTaskIsAskedForAndRunOnce() {
        PacedTasks tasks = tasks(0, 10);
        tasks.execute(() -> done.add("one"));
        tasks.execute(() -> done.add("two"));
        assertEquals(2, asked);
        assertTrue(tasks.takeTurn(START, false));
        assertEquals(List.of("one", "two"), done);
        assertTrue(tasks.isEmpty());
        assertFalse(tasks.takeTurn(START + 100, false), "nothing is left");
    }

    @Test
    void turnsComeNoMoreOftenThanTheirPauseOnAverage() {
        PacedTasks tasks = tasks(0, 16);
        int turns = 0;
        for (long now = START; now < START + 1_600; now += 4) {
            tasks.execute(() -> {});
            turns += tasks.takeTurn(now, false) ? 1 : 0;
        }
        assertEquals(100, turns, 1);
    }

    @Test
    void aLateTurnBringsTheNextOneForward() {
        PacedTasks tasks = tasks(0, 16);
        for (long now : new long[] {START, START + 20, START + 32}) {
            tasks.execute(() -> done.add("at " + (now - START)));
            tasks.takeTurn(now, false);
        }
        assertEquals(List.of("at 0", "at 20", "at 32"), done);
        tasks.execute(() -> done.add("too soon"));
        assertFalse(tasks.takeTurn(START + 40, false));
    }

    @Test
    void aTaskWaitsForItsDelayUnlessItNeedNot() {
        PacedTasks tasks = tasks(30, 80);
        tasks.execute(() -> done.add("one"));
        assertFalse(tasks.takeTurn(START, false));
        assertFalse(tasks.takeTurn(START + 29, false));
        assertTrue(tasks.takeTurn(START + 30, false));
        tasks.execute(() -> done.add("two"));
        assertFalse(tasks.takeTurn(START + 50, true), "the pause holds all the same");
        assertTrue(tasks.takeTurn(START + 110, true));
        assertEquals(List.of("one", "two"), done);
    }

    @Test
    void whatATaskHandsOverWaitsForTheNextTurn() {
        PacedTasks tasks = tasks(0, 16);
        tasks.execute(() -> tasks.execute(() -> done.add("later")));
        assertTrue(tasks.takeTurn(START, false));
        assertEquals(List.of(), done);
        assertTrue(tasks.takeTurn(START + 16, false));
        assertEquals(List.of("later"), done);
    }
}
