package hyperlab.ui.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ConflatorTest {
    private final Queue<Runnable> pulse = new ArrayDeque<>();
    private final List<String> taken = new ArrayList<>();
    private final Conflator<String> latest = new Conflator<>(pulse::add, taken::add);

    @Test
    void takesOnlyTheNewest() {
        latest.offer("first");
        latest.offer("second");
        latest.offer("third");
        assertEquals(1, pulse.size());
        pulse.remove().run();
        assertEquals(List.of("third"), taken);
    }

    @Test
    void laterValueIsTakenNextTime() {
        latest.offer("first");
        pulse.remove().run();
        latest.offer("second");
        pulse.remove().run();
        assertEquals(List.of("first", "second"), taken);
    }

    @Test
    void clearedValueIsNotTaken() {
        latest.offer("first");
        latest.clear();
        pulse.remove().run();
        assertEquals(List.of(), taken);
    }

    @Test
    void takesEachValueImmediatelyOnTheSameThread() {
        Conflator<String> direct = new Conflator<>(Runnable::run, taken::add);
        direct.offer("first");
        direct.offer("second");
        assertEquals(List.of("first", "second"), taken);
    }
}
