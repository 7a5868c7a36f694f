package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class AutosaveTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<Integer> written = new ArrayList<>();
    private int now;

    private final Autosave autosave = new Autosave(
            () -> {
                int taken = now;
                return () -> written.add(taken);
            },
            (name, task) -> work.add(task));

    @Test
    void savesStateAtTimeOfRequest() {
        now = 1;
        autosave.saveAsync();
        now = 2;
        assertEquals(List.of(), written);
        work.removeFirst().run();
        assertEquals(List.of(1), written);
    }

    @Test
    void neverOverwritesNewerStateWithOlder() {
        now = 1;
        autosave.saveAsync();
        now = 2;
        autosave.saveAsync();
        work.removeLast().run();
        work.removeFirst().run();
        assertEquals(List.of(2), written);
        now = 3;
        autosave.saveAsync();
        now = 4;
        autosave.saveNow();
        work.removeFirst().run();
        assertEquals(List.of(2, 4), written);
    }
}
