package hyperlab.ui.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.train.IncrementalStudy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyRunnerTest {
    private final Deque<Runnable> atWork = new ArrayDeque<>();
    private final Deque<Runnable> pulses = new ArrayDeque<>();
    private final StudyRunner<Integer> run = new StudyRunner<>("test", (name, work) -> atWork.add(work), pulses::add);

    private void pulse() {
        while (!pulses.isEmpty()) {
            pulses.remove().run();
        }
    }

    private StudyRunner.StudyStatus<Integer> found() {
        return run.statusProperty().get();
    }

    /** A study that counts to four and runs {@code between} after each count. */
    private static IncrementalStudy<Integer> counting(Runnable between) {
        return (listener, cancelled) -> {
            List<Integer> counted = new ArrayList<>();
            for (int k = 1; k <= 4 && !cancelled.getAsBoolean(); k++) {
                counted.add(k);
                listener.resultsChanged(List.copyOf(counted), k / 4.0);
                between.run();
            }
        };
    }

    @Test
    void reportsPartialResultsAndTheEnd() {
        List<Double> shares = new ArrayList<>();
        run.statusProperty().addListener((observed, before, now) -> shares.add(now.share()));
        run.start(counting(this::pulse));
        assertTrue(found().isRunning());
        atWork.remove().run();
        pulse();
        assertEquals(StudyRunner.StudyState.DONE, found().state());
        assertEquals(List.of(1, 2, 3, 4), found().results());
        assertEquals(List.of(0.0, 0.25, 0.5, 0.75, 1.0, 1.0), shares);
    }

    @Test
    void stoppedStudyRetainsItsResults() {
        run.start(counting(() -> {
            pulse();
            if (found().results().size() == 2) {
                run.stop();
            }
        }));
        atWork.remove().run();
        pulse();
        assertEquals(StudyRunner.StudyState.STOPPED, found().state());
        assertEquals(List.of(1, 2), found().results());
    }

    @Test
    void discardsOutdatedResultsForGood() {
        run.setSubject("one");
        run.start(counting(() -> {
            pulse();
            run.setSubject("two");
        }));
        atWork.remove().run();
        pulse();
        assertEquals(StudyRunner.StudyState.NONE, found().state());
        assertEquals(List.of(), found().results());
        run.start(counting(this::pulse));
        atWork.remove().run();
        pulse();
        run.setSubject("two");
        assertEquals(StudyRunner.StudyState.DONE, found().state());
    }

    @Test
    void newerStudyReplacesTheOlder() {
        run.start(counting(this::pulse));
        run.start((listener, cancelled) -> listener.resultsChanged(List.of(9), 1));
        atWork.remove().run();
        pulse();
        assertEquals(List.of(), found().results());
        atWork.remove().run();
        pulse();
        assertEquals(List.of(9), found().results());
    }

    @Test
    void lateEndOfOutdatedStudyDoesNotHideThatOfTheCurrentOne() {
        run.start(counting(() -> {}));
        Runnable old = atWork.remove();
        run.start((listener, cancelled) -> listener.resultsChanged(List.of(9), 1));
        atWork.remove().run();
        old.run();
        pulse();
        assertEquals(StudyRunner.StudyState.DONE, found().state());
        assertEquals(List.of(9), found().results());
    }

    @Test
    void failedStudyIsNoLongerRunning() {
        run.start((listener, cancelled) -> {
            throw new IllegalStateException("broken");
        });
        assertThrows(IllegalStateException.class, () -> atWork.remove().run());
        pulse();
        assertFalse(found().isRunning());
    }
}
