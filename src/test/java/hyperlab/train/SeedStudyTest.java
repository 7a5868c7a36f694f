package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSplitter;
import hyperlab.nn.Activation;
import hyperlab.optim.Sgd;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SeedStudyTest {
    private static final Experiment FIRST = Experiment.DEFAULT.withTraining(
            TrainingSettings.DEFAULT.withEpochs(3).withLearningRate(0.01));
    private static final Experiment SECOND = FIRST.withTraining(FIRST.training().withLearningRate(0.1));

    private static TrainingRun open(Experiment experiment) {
        return new TrainingRun(experiment, DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), null), null);
    }

    private static List<SeedRunResult> all(SeedStudy study, List<Double> shares) {
        List<SeedRunResult> found = new ArrayList<>();
        study.run(
                (results, share) -> {
                    found.clear();
                    found.addAll(results);
                    shares.add(share);
                },
                () -> false);
        found.sort(Comparator.comparingInt(SeedRunResult::seed).thenComparingInt(SeedRunResult::subject));
        return found;
    }

    @Test
    void everyRunMatchesItsExperimentRunAlone() {
        ExecutorService others = Executors.newFixedThreadPool(2);
        List<Double> shares = new ArrayList<>();
        List<SeedRunResult> found =
                all(new SeedStudy(List.of(FIRST, SECOND), 3, SeedStudyTest::open, 3, others), shares);
        others.shutdown();
        assertEquals(6, found.size());
        for (SeedRunResult run : found) {
            Experiment own = new SeededExperiments(run.subject() == 0 ? FIRST : SECOND, 3).experimentOf(run.seed());
            List<EpochReport> expected = new ArrayList<>();
            open(own).train(expected::add, () -> false);
            assertEquals(4, run.rows().size());
            for (int i = 0; i < 4; i++) {
                assertEquals(expected.get(i).validationLoss(), run.rows().get(i).validationLoss());
            }
            assertEquals(run.rows().get(3), run.resulting());
        }
        assertEquals(1, shares.get(shares.size() - 1));
        assertTrue(shares.subList(0, shares.size() - 1).stream().allMatch(share -> share < 1));
    }

    @Test
    void bestEpochRepresentsARunWithPatience() {
        Experiment patient = FIRST.withTraining(new TrainingSettings(
                null,
                Sgd.DEFAULT,
                3,
                FIRST.training().schedule(),
                new BatchSize(4),
                true,
                30,
                FIRST.training().penalty(),
                4));
        SeedRunResult run = all(
                        new SeedStudy(List.of(patient), 1, SeedStudyTest::open, 1, Runnable::run), new ArrayList<>())
                .get(0);
        double lowest = run.rows().stream()
                .mapToDouble(EpochReport::validationLoss)
                .min()
                .orElseThrow();
        assertEquals(lowest, run.resulting().validationLoss());
    }

    @Test
    void longRunRetainsABoundedNumberOfRowsAndTheLast() {
        Experiment long_ = FIRST.withTraining(FIRST.training().withEpochs(1001).withBatchSize(BatchSize.FULL))
                .withData(FIRST.data().withSamples(10));
        SeedRunResult run = all(
                        new SeedStudy(List.of(long_), 1, SeedStudyTest::open, 1, Runnable::run), new ArrayList<>())
                .get(0);
        assertTrue(run.rows().size() <= SeedStudy.MAX_ROWS, run.rows().size() + " rows");
        assertEquals(1001, run.rows().get(run.rows().size() - 1).epoch());
    }

    @Test
    void divergedRunIsAResult() {
        Experiment wild = FIRST.withData(new hyperlab.data.DataSettings(
                        "plane", 50, 0, 0.8, FIRST.data().split(), false, null, null))
                .withNetwork(FIRST.network().withActivation(new Activation.Linear()))
                .withTraining(FIRST.training()
                        .withOptimizer(Sgd.DEFAULT)
                        .withLearningRate(1000)
                        .withEpochs(200));
        SeedRunResult run = all(
                        new SeedStudy(List.of(wild), 1, SeedStudyTest::open, 1, Runnable::run), new ArrayList<>())
                .get(0);
        assertTrue(run.hasDiverged());
    }

    @Test
    void canceledStudyRetainsFinishedRuns() {
        AtomicInteger asked = new AtomicInteger();
        List<SeedRunResult> found = new ArrayList<>();
        new SeedStudy(List.of(FIRST), 5, SeedStudyTest::open, 1, Runnable::run)
                .run(
                        (results, share) -> {
                            found.clear();
                            found.addAll(results);
                        },
                        () -> asked.incrementAndGet() > 60);
        assertEquals(1, found.size());
    }
}
