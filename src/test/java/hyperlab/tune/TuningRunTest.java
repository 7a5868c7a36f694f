package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.rule.InvalidInputException;
import hyperlab.train.EpochReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TuningRunTest {
    private static final SearchSpace SPACE = new SearchSpace(List.of(
            new SearchSpace.Parameter("x", new Axis.Linear(0, 1)),
            new SearchSpace.Parameter("y", new Axis.Linear(0, 1))));

    private static Study study(Method method, int trials) {
        return new Study(
                hyperlab.train.Experiment.DEFAULT.withTraining(hyperlab.train.TrainingSettings.DEFAULT.withEpochs(9)),
                null,
                SPACE,
                method,
                Objective.VALIDATION_LOSS,
                trials,
                4,
                2);
    }

    /** Trials with the value x/epochs after each epoch; counts the calls. */
    private static final class Counted implements Trials {
        private final Map<Integer, List<Integer>> brought = new ConcurrentHashMap<>();
        private final AtomicInteger begun = new AtomicInteger();

        @Override
        public Trial begin(int trial, Map<String, String> values) {
            begun.incrementAndGet();
            double x = Double.parseDouble(values.get("x"));
            if (x > 0.95) {
                throw new InvalidInputException("x", "must be small");
            }
            return (int epochs, Consumer<EpochReport> listener, BooleanSupplier cancelled) -> {
                brought.computeIfAbsent(trial, t -> new ArrayList<>()).add(epochs);
                if (x < 0.1) {
                    return new Result(Result.Ending.DIVERGED, 0, Double.NaN, 0.5);
                }
                return new Result(Result.Ending.REACHED, epochs, x / epochs, epochs);
            };
        }
    }

    private static final class Remembered implements Journal {
        private final Map<List<Integer>, Result> kept = new HashMap<>();

        @Override
        public @Nullable Result known(Job job) {
            return kept.get(List.of(job.trial(), job.epochs()));
        }

        @Override
        public void add(Job job, Result result) {
            kept.put(List.of(job.trial(), job.epochs()), result);
        }
    }

    private static List<TrialRow> rows(Study study, Trials trials, Journal journal, int parallel) {
        ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, parallel - 1));
        try {
            TuningRun run = new TuningRun(study, trials, journal, new StudyListener() {});
            assertTrue(run.run(executor, parallel, () -> false));
            return run.rows();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void trialsThatDivergeOrFailAreRowsAndNotTheEnd() {
        List<TrialRow> rows = rows(study(new Method.RandomSearch(), 60), new Counted(), Journal.NONE, 1);
        assertEquals(60, rows.size());
        Map<TrialRow.State, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.state(), 1, Integer::sum));
        assertTrue(counts.get(TrialRow.State.DIVERGED) > 0, counts.toString());
        assertTrue(counts.get(TrialRow.State.FAILED) > 0, counts.toString());
        assertEquals(3, counts.size());
        TrialRow failed = rows.stream()
                .filter(row -> row.state() == TrialRow.State.FAILED)
                .findFirst()
                .orElseThrow();
        assertEquals("x must be small", failed.reason());
    }

    @Test
    void trialTTrainsUnderTheStudysSeedAndTUnlessTheSeedIsSearched() {
        Study study = study(new Method.RandomSearch(), 3);
        NetworkTrials trials = new NetworkTrials(study, (experiment, values) -> experiment, null);
        assertEquals(
                List.of(4L, 5L, 6L),
                IntStream.range(0, 3)
                        .mapToObj(t -> trials.experiment(t, Map.of()).seed())
                        .toList());
        SearchSpace seeds = new SearchSpace(List.of(new SearchSpace.Parameter("seed", new Axis.Whole(0, 9))));
        NetworkTrials searched = new NetworkTrials(study.withSpace(seeds), (experiment, values) -> experiment, null);
        assertEquals(42, searched.experiment(2, Map.of()).seed());
    }

    @Test
    void theResultIsTheSameOnOneWorkerAndOnFour() {
        for (Method method : List.of(
                new Method.RandomSearch(),
                new Method.Grid(3),
                new Method.Bayesian(4),
                Method.Halving.DEFAULT,
                Method.Hyperband.DEFAULT)) {
            Study study = study(method, 12);
            List<TrialRow> one = rows(study, new Counted(), Journal.NONE, 1);
            assertEquals(one, rows(study, new Counted(), Journal.NONE, 4), method.name());
        }
    }

    @Test
    void survivorsGoOnFromWhereTheyStoodAndTheOthersStop() {
        Counted trials = new Counted();
        List<TrialRow> rows = rows(study(Method.Halving.DEFAULT, 27), trials, Journal.NONE, 1);
        assertEquals(27, trials.begun.get());
        assertEquals(
                3,
                trials.brought.values().stream()
                        .filter(List.of(1, 3, 9)::equals)
                        .count());
        List<TrialRow> completed = rows.stream()
                .filter(row -> row.state() == TrialRow.State.COMPLETED)
                .toList();
        assertEquals(3, completed.size());
        assertEquals(9, completed.get(0).epochs());
        assertTrue(rows.stream().allMatch(row -> row.state().isOver()));
        assertTrue(rows.stream().anyMatch(row -> row.state() == TrialRow.State.PRUNED && row.epochs() == 3));
    }

    @Test
    void anInterruptedStudyGoesOnToTheVeryResult() {
        for (Method method : List.of(new Method.Bayesian(4), Method.Hyperband.DEFAULT, new Method.RandomSearch())) {
            Study study = study(method, 14);
            List<TrialRow> whole = rows(study, new Counted(), Journal.NONE, 1);
            Remembered journal = new Remembered();
            Counted first = new Counted();
            AtomicInteger asked = new AtomicInteger();
            TuningRun interrupted = new TuningRun(study, first, journal, new StudyListener() {});
            assertFalse(interrupted.run(Runnable::run, 1, () -> asked.incrementAndGet() > 6));
            int kept = journal.kept.size();
            assertTrue(kept > 0 && kept < 14, "kept " + kept);

            Counted second = new Counted();
            assertEquals(whole, rows(study, second, journal, 1), method.name());
            int again = second.brought.values().stream().mapToInt(List::size).sum();
            int full = journal.kept.size();
            assertTrue(again <= full - kept, again + " of " + full + " with " + kept + " kept");
        }
    }

    @Test
    void aRunThatWasPausedGoesOnFromWhereItsTrialStood() {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger work = new AtomicInteger();
        Trials slow = (trial, values) -> {
            begun.incrementAndGet();
            AtomicInteger own = new AtomicInteger();
            return (epochs, listener, cancelled) -> {
                while (own.get() < epochs) {
                    if (cancelled.getAsBoolean()) {
                        return null;
                    }
                    own.incrementAndGet();
                    work.incrementAndGet();
                }
                return new Result(Result.Ending.REACHED, epochs, 1, 0);
            };
        };
        TuningRun run =
                new TuningRun(study(new Method.RandomSearch(), 4), slow, new Remembered(), new StudyListener() {});
        assertFalse(run.run(Runnable::run, 1, () -> work.get() == 13));
        assertEquals(2, begun.get());
        assertTrue(run.run(Runnable::run, 1, () -> false));
        assertEquals(4, begun.get(), "none began anew");
        assertEquals(4 * 9, work.get(), "no epoch was trained twice");
    }

    @Test
    void theBestIsTheLowestLossOrTheHighestAccuracy() {
        TuningRun run = new TuningRun(
                study(new Method.RandomSearch(), 20), new Counted(), Journal.NONE, new StudyListener() {});
        run.run(Runnable::run, 1, () -> false);
        double lowest = run.rows().stream()
                .filter(row -> row.state() == TrialRow.State.COMPLETED)
                .mapToDouble(TrialRow::value)
                .min()
                .orElseThrow();
        assertEquals(lowest, run.best().orElseThrow().value());
        assertEquals(-0.75, Objective.VALIDATION_ACCURACY.cost(new Result(Result.Ending.REACHED, 1, 0.75, 0)));
    }

    @Test
    void aFaultOfTheProgramIsNotSwallowed() {
        Trials broken = (trial, values) -> {
            throw new IllegalStateException("broken");
        };
        TuningRun run =
                new TuningRun(study(new Method.RandomSearch(), 5), broken, Journal.NONE, new StudyListener() {});
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            assertThrows(IllegalStateException.class, () -> run.run(executor, 3, () -> false));
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertEquals(
                "method must be grid, random or bayesian for a function, which has no epochs, got halving",
                assertThrows(
                                InvalidInputException.class,
                                () -> new Study(
                                        null,
                                        "branin",
                                        SPACE,
                                        Method.Halving.DEFAULT,
                                        Objective.VALIDATION_LOSS,
                                        9,
                                        1,
                                        1))
                        .line());
        assertEquals(
                "trials must be a whole number from 1 to 100000, got 0",
                assertThrows(InvalidInputException.class, () -> study(new Method.RandomSearch(), 0))
                        .line());
    }
}
