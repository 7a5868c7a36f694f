package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
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
            new SearchSpace.Hyperparameter("x", new SearchDimension.LinearDimension(0, 1)),
            new SearchSpace.Hyperparameter("y", new SearchDimension.LinearDimension(0, 1))));

    private static TuningStudy study(SearchMethod method, int trials) {
        return new TuningStudy(
                hyperlab.train.Experiment.DEFAULT.withTraining(hyperlab.train.TrainingSettings.DEFAULT.withEpochs(9)),
                null,
                SPACE,
                method,
                TuningObjective.VALIDATION_LOSS,
                trials,
                4,
                2);
    }

    @Test
    void recordedTrialsKeepTheirNumbersAndStatesAndAreNotRunAgain() {
        Map<String, String> values = Map.of("x", "0.5", "y", "0.25");
        TuningStudy study = study(
                new SearchMethod.Recorded(
                        "elsewhere",
                        List.of(
                                new SearchMethod.Recorded.RecordedTrial(0, values),
                                new SearchMethod.Recorded.RecordedTrial(3, values),
                                new SearchMethod.Recorded.RecordedTrial(4, values),
                                new SearchMethod.Recorded.RecordedTrial(7, values))),
                8);
        CountingTrialFactory trials = new CountingTrialFactory();
        TuningRun run = new TuningRun(
                study,
                trials,
                new InMemoryJournal(List.of(
                        new JournalEntry(0, 9, new JobResult(JobResult.JobOutcome.PRUNED, 2, 0.1, 1)),
                        new JournalEntry(3, 9, new JobResult(JobResult.JobOutcome.COMPLETED, 9, 0.5, 1)),
                        new JournalEntry(4, 9, new JobResult(JobResult.JobOutcome.RUNNING, 0, Double.NaN, 0)),
                        new JournalEntry(7, 9, new JobResult(JobResult.JobOutcome.FAILED, 0, Double.NaN, 0)))),
                new StudyListener() {});

        assertTrue(run.run(Runnable::run, 2, () -> false));
        assertEquals(
                List.of("0 pruned 0.1", "3 completed 0.5", "4 running NaN", "7 failed NaN"),
                run.rows().stream()
                        .map(row -> row.trial() + " " + row.state().fileName() + " " + row.value())
                        .toList());
        assertEquals(3, run.best().orElseThrow().trial());
        assertEquals(0, trials.started.get());
        assertEquals(8, StudyBudget.trials(study));
        assertThrows(
                InvalidInputException.class,
                () -> new SearchMethod.Recorded(
                        "",
                        List.of(
                                new SearchMethod.Recorded.RecordedTrial(3, values),
                                new SearchMethod.Recorded.RecordedTrial(3, values))));
    }

    /** Trials with the value x/epochs after each epoch; counts the calls. */
    private static final class CountingTrialFactory implements TrialFactory {
        private final Map<Integer, List<Integer>> epochsByTrial = new ConcurrentHashMap<>();
        private final AtomicInteger started = new AtomicInteger();

        @Override
        public RunnableTrial create(int trial, Map<String, String> values) {
            started.incrementAndGet();
            double x = Double.parseDouble(values.get("x"));
            if (x > 0.95) {
                throw new InvalidInputException("x", Rule.AT_MOST, 0.95, x);
            }
            return (int epochs, Consumer<EpochReport> listener, BooleanSupplier cancelled) -> {
                epochsByTrial.computeIfAbsent(trial, t -> new ArrayList<>()).add(epochs);
                if (x < 0.1) {
                    return new JobResult(JobResult.JobOutcome.DIVERGED, 0, Double.NaN, 0.5);
                }
                return new JobResult(JobResult.JobOutcome.COMPLETED, epochs, x / epochs, epochs);
            };
        }
    }

    private static final class MapJournal implements Journal {
        private final Map<List<Integer>, JobResult> results = new HashMap<>();

        @Override
        public @Nullable JobResult find(Job job) {
            return results.get(List.of(job.trial(), job.epochs()));
        }

        @Override
        public void add(Job job, JobResult result) {
            results.put(List.of(job.trial(), job.epochs()), result);
        }
    }

    private static List<TrialRecord> rows(TuningStudy study, TrialFactory trials, Journal journal, int parallel) {
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
    void divergedOrFailedTrialsAreRecordedAndTheStudyContinues() {
        List<TrialRecord> rows =
                rows(study(new SearchMethod.RandomSearch(), 60), new CountingTrialFactory(), Journal.NONE, 1);
        assertEquals(60, rows.size());
        Map<TrialRecord.TrialStatus, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.state(), 1, Integer::sum));
        assertTrue(counts.get(TrialRecord.TrialStatus.DIVERGED) > 0, counts.toString());
        assertTrue(counts.get(TrialRecord.TrialStatus.FAILED) > 0, counts.toString());
        assertEquals(3, counts.size());
        TrialRecord failed = rows.stream()
                .filter(row -> row.state() == TrialRecord.TrialStatus.FAILED)
                .findFirst()
                .orElseThrow();
        assertEquals(Rule.AT_MOST, failed.error().rule());
    }

    @Test
    void trialTUsesTheStudySeedPlusTUnlessTheSeedIsSearched() {
        TuningStudy study = study(new SearchMethod.RandomSearch(), 3);
        NetworkTrialFactory trials = new NetworkTrialFactory(study, (experiment, values) -> experiment, null);
        assertEquals(
                List.of(4L, 5L, 6L),
                IntStream.range(0, 3)
                        .mapToObj(t -> trials.experiment(t, Map.of()).seed())
                        .toList());
        SearchSpace seeds = new SearchSpace(
                List.of(new SearchSpace.Hyperparameter("seed", new SearchDimension.IntegerDimension(0, 9))));
        NetworkTrialFactory searched =
                new NetworkTrialFactory(study.withSpace(seeds), (experiment, values) -> experiment, null);
        assertEquals(42, searched.experiment(2, Map.of()).seed());
    }

    @Test
    void resultIsTheSameOnOneWorkerAndOnFour() {
        for (SearchMethod method : List.of(
                new SearchMethod.RandomSearch(),
                new SearchMethod.Grid(3),
                new SearchMethod.Bayesian(4),
                SearchMethod.Halving.DEFAULT,
                SearchMethod.Hyperband.DEFAULT)) {
            TuningStudy study = study(method, 12);
            List<TrialRecord> one = rows(study, new CountingTrialFactory(), Journal.NONE, 1);
            assertEquals(one, rows(study, new CountingTrialFactory(), Journal.NONE, 4), method.name());
        }
    }

    @Test
    void survivorsContinueAndOthersAreStopped() {
        CountingTrialFactory trials = new CountingTrialFactory();
        List<TrialRecord> rows = rows(study(SearchMethod.Halving.DEFAULT, 27), trials, Journal.NONE, 1);
        assertEquals(27, trials.started.get());
        assertEquals(
                3,
                trials.epochsByTrial.values().stream()
                        .filter(List.of(1, 3, 9)::equals)
                        .count());
        List<TrialRecord> completed = rows.stream()
                .filter(row -> row.state() == TrialRecord.TrialStatus.COMPLETED)
                .toList();
        assertEquals(3, completed.size());
        assertEquals(9, completed.get(0).epochs());
        assertTrue(rows.stream().allMatch(row -> row.state().isFinal()));
        assertTrue(rows.stream().anyMatch(row -> row.state() == TrialRecord.TrialStatus.PRUNED && row.epochs() == 3));
    }

    @Test
    void survivorsForWhichThereIsNoRoomStartAgainWithTheSameResult() {
        TuningStudy study = study(SearchMethod.Halving.DEFAULT, 27);
        List<TrialRecord> whole = rows(study, new CountingTrialFactory(), Journal.NONE, 1);
        for (int room : List.of(0, 4, 1_000)) {
            CountingTrialFactory trials = new CountingTrialFactory();
            TrialFactory measured = (trial, values) -> {
                TrialFactory.RunnableTrial created = trials.create(trial, values);
                return new TrialFactory.RunnableTrial() {
                    @Override
                    public @Nullable JobResult runTo(
                            int epochs, Consumer<EpochReport> listener, BooleanSupplier cancelled) {
                        return created.runTo(epochs, listener, cancelled);
                    }

                    @Override
                    public long bytes() {
                        return 10;
                    }
                };
            };
            TuningRun run = new TuningRun(study, measured, Journal.NONE, new StudyListener() {}, 10L * room);
            assertTrue(run.run(Runnable::run, 1, () -> false));
            assertEquals(whole, run.rows(), "room for " + room);
            // Of 27 trials, 9 survive the first rung and 3 the second.
            assertTrue(trials.started.get() <= 27 + 9 + 3, "room for " + room);
            assertEquals(room >= 27, trials.started.get() == 27, "room for " + room);
        }
    }

    @Test
    void interruptedStudyResumesWithTheSameResult() {
        for (SearchMethod method : List.of(
                new SearchMethod.Bayesian(4), SearchMethod.Hyperband.DEFAULT, new SearchMethod.RandomSearch())) {
            TuningStudy study = study(method, 14);
            List<TrialRecord> whole = rows(study, new CountingTrialFactory(), Journal.NONE, 1);
            MapJournal journal = new MapJournal();
            CountingTrialFactory first = new CountingTrialFactory();
            AtomicInteger asked = new AtomicInteger();
            TuningRun interrupted = new TuningRun(study, first, journal, new StudyListener() {});
            assertFalse(interrupted.run(Runnable::run, 1, () -> asked.incrementAndGet() > 6));
            int kept = journal.results.size();
            assertTrue(kept > 0 && kept < 14, "kept " + kept);

            CountingTrialFactory second = new CountingTrialFactory();
            assertEquals(whole, rows(study, second, journal, 1), method.name());
            int again =
                    second.epochsByTrial.values().stream().mapToInt(List::size).sum();
            int full = journal.results.size();
            assertTrue(again <= full - kept, again + " of " + full + " with " + kept + " kept");
        }
    }

    @Test
    void pausedRunResumesItsTrial() {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger work = new AtomicInteger();
        TrialFactory slow = (trial, values) -> {
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
                return new JobResult(JobResult.JobOutcome.COMPLETED, epochs, 1, 0);
            };
        };
        TuningRun run = new TuningRun(
                study(new SearchMethod.RandomSearch(), 4), slow, new MapJournal(), new StudyListener() {});
        assertFalse(run.run(Runnable::run, 1, () -> work.get() == 13));
        assertEquals(2, begun.get());
        assertTrue(run.run(Runnable::run, 1, () -> false));
        assertEquals(4, begun.get(), "none began anew");
        assertEquals(4 * 9, work.get(), "no epoch was trained twice");
    }

    @Test
    void bestIsTheLowestLossOrTheHighestAccuracy() {
        TuningRun run = new TuningRun(
                study(new SearchMethod.RandomSearch(), 20),
                new CountingTrialFactory(),
                Journal.NONE,
                new StudyListener() {});
        run.run(Runnable::run, 1, () -> false);
        double lowest = run.rows().stream()
                .filter(row -> row.state() == TrialRecord.TrialStatus.COMPLETED)
                .mapToDouble(TrialRecord::value)
                .min()
                .orElseThrow();
        assertEquals(lowest, run.best().orElseThrow().value());
        assertEquals(
                -0.75,
                TuningObjective.VALIDATION_ACCURACY.cost(new JobResult(JobResult.JobOutcome.COMPLETED, 1, 0.75, 0)));
    }

    @Test
    void programErrorsAreNotSwallowed() {
        TrialFactory broken = (trial, values) -> {
            throw new IllegalStateException("broken");
        };
        TuningRun run =
                new TuningRun(study(new SearchMethod.RandomSearch(), 5), broken, Journal.NONE, new StudyListener() {});
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            assertThrows(IllegalStateException.class, () -> run.run(executor, 3, () -> false));
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void rejectsInvalidCombinations() {
        assertEquals(
                "method must be grid, random or bayesian for a function, which has no epochs, got halving",
                assertThrows(
                                InvalidInputException.class,
                                () -> new TuningStudy(
                                        null,
                                        "branin",
                                        SPACE,
                                        SearchMethod.Halving.DEFAULT,
                                        TuningObjective.VALIDATION_LOSS,
                                        9,
                                        1,
                                        1))
                        .line());
        assertEquals(
                "trials must be a whole number from 1 to 100000, got 0",
                assertThrows(InvalidInputException.class, () -> study(new SearchMethod.RandomSearch(), 0))
                        .line());
    }
}
