package hyperlab.lab.training.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.RunLoader;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run without enough memory says so in one line, keeps its history, and ends. */
class LiveRunMemoryTest {
    private final List<RunProgress> progress = new ArrayList<>();
    private boolean full;

    private LiveRun run() {
        return new LiveRun(
                Experiment.DEFAULT,
                experiment -> {
                    if (full) {
                        throw new OutOfMemoryError("planned");
                    }
                    return new RunLoader(null).open(experiment);
                },
                new RunHistory(),
                this::publish);
    }

    private void publish(RunProgress now) {
        progress.add(now);
        if (full && now.epoch() == 2 && !now.idle()) {
            throw new OutOfMemoryError("planned");
        }
    }

    private void assertMemoryIsTooSmall() {
        InvalidInputException error = progress.get(progress.size() - 1).error();
        assertNotNull(error);
        assertEquals(Rule.LARGER_MEMORY, error.rule());
        assertEquals("memory", error.name());
    }

    @Test
    void openingReportsIt() {
        LiveRun run = run();
        full = true;
        run.open();
        assertMemoryIsTooSmall();
        assertTrue(run.isFrozen());

        int before = progress.size();
        run.execute(run.newCommand(), 3, Long.MAX_VALUE);
        assertEquals(before + 1, progress.size());
        assertMemoryIsTooSmall();
    }

    @Test
    void trainingKeepsTheHistory() {
        LiveRun run = run();
        run.open();
        assertNull(progress.get(0).error());
        assertFalse(run.isFrozen());
        full = true;
        run.execute(run.newCommand(), 5, Long.MAX_VALUE);
        assertMemoryIsTooSmall();
        assertTrue(run.isFrozen());
        assertEquals(2, run.history().newest().epoch());
        assertEquals(2, progress.get(progress.size() - 1).epoch());
        assertNull(run.snapshots());
    }
}
