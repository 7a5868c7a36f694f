package hyperlab.app.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.descent.DescentSetup;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceRunnerTest {
    private final Deque<Runnable> atWork = new ArrayDeque<>();
    private final Deque<DescentSetup> askedMeanwhile = new ArrayDeque<>();
    private final List<Integer> taken = new ArrayList<>();
    private final RaceRunner runner = new RaceRunner(
            atWork::add,
            task -> {
                while (!askedMeanwhile.isEmpty()) {
                    ask(askedMeanwhile.poll());
                }
                task.run();
            },
            race -> taken.add(race.setup().steps()));

    private void ask(DescentSetup setup) {
        runner.run(setup);
    }

    @Test
    void aShortRaceIsWalkedAtOnce() {
        ask(Setups.withSteps(Setups.DEFAULT, 7));

        assertEquals(List.of(7), taken);
        assertTrue(atWork.isEmpty());
    }

    @Test
    void whileALongRaceIsWalkedTheNewestAloneFollowsOnTheSameThread() {
        ask(Setups.withSteps(Setups.DEFAULT, 90_000));
        askedMeanwhile.add(Setups.withSteps(Setups.DEFAULT, 80_000));
        askedMeanwhile.add(Setups.withSteps(Setups.DEFAULT, 70_000));
        atWork.remove().run();

        assertEquals(List.of(90_000, 70_000), taken);
        assertTrue(atWork.isEmpty());
    }

    @Test
    void aLongRaceIsForgottenWhenAShortOneFollows() {
        ask(Setups.withSteps(Setups.DEFAULT, 90_000));
        ask(Setups.withSteps(Setups.DEFAULT, 7));
        atWork.remove().run();

        assertEquals(List.of(7), taken);
    }
}
