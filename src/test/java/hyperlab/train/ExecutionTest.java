package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither the number of threads nor a canceled step changes a number. */
class ExecutionTest {
    private static final String CONVOLUTIONS =
            "\"convolutions\": [{\"filters\": 6, \"kernel\": 3, \"padding\": 1, \"pool\": 2}, "
                    + "{\"filters\": 18, \"kernel\": 3, \"padding\": 1, \"pool\": 1}], \"hidden\": [40]";
    private static final String WIDE = "\"hidden\": [512], \"dropout\": 0.3";

    private static Experiment experiment(String network, int ensemble) {
        String json = "{\"format\": \"hyperlab-experiment/1\", \"data\": {\"source\": \"digits\", \"samples\": 560}, "
                + "\"network\": {" + network + "}, \"ensemble\": " + ensemble
                + ", \"training\": {\"batchSize\": \"full\", \"epochs\": 2, \"learningRate\": 0.01}}";
        return ((Document.OfExperiment) Documents.parse(json, "test")).experiment();
    }

    private static TrainingRun run(Experiment experiment, Execution execution) {
        DataSplit parts = DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), null);
        return new TrainingRun(experiment, parts, null, execution);
    }

    private static double[] losses(TrainingRun run) {
        List<EpochReport> reports = new ArrayList<>();
        run.train(reports::add, () -> false);
        return reports.stream()
                .flatMapToDouble(report -> DoubleStream.of(report.trainLoss(), report.validationLoss()))
                .toArray();
    }

    private static double[] predictions(TrainingRun run) {
        return run.predict(run.partition().all().features()).data;
    }

    @ParameterizedTest
    @ValueSource(strings = {CONVOLUTIONS, WIDE, "\"hidden\": [160, 100]"})
    void threadsDoNotChangeTheNumbers(String network) {
        Experiment experiment = experiment(network, 1);
        TrainingRun single = run(experiment, Execution.SINGLE);
        double[] expected = losses(single);
        for (int threads : new int[] {2, 3, 8}) {
            TrainingRun shared = run(experiment, new Execution(threads, () -> false));
            assertArrayEquals(expected, losses(shared), 0, threads + " threads");
            assertArrayEquals(predictions(single), predictions(shared), 0, threads + " threads");
        }
    }

    @Test
    void cancelledStepChangesNothingAndIsRepeated() {
        Experiment experiment = experiment("\"hidden\": [512, 512], \"dropout\": 0.3", 2);
        TrainingRun expected = run(experiment, Execution.SINGLE);
        double[] losses = losses(expected);
        TrainingRun interrupted = run(experiment, Execution.SINGLE);
        AtomicInteger asked = new AtomicInteger();
        interrupted.setExecution(new Execution(1, () -> asked.incrementAndGet() % 7 == 5));
        List<Double> found = new ArrayList<>(
                List.of(interrupted.report().trainLoss(), interrupted.report().validationLoss()));
        int cancelled = 0;
        while (interrupted.outcome() == null) {
            long before = interrupted.stepCount();
            if (interrupted.step()) {
                found.add(interrupted.report().trainLoss());
                found.add(interrupted.report().validationLoss());
            } else if (interrupted.stepCount() == before) {
                cancelled++;
            }
        }
        assertTrue(cancelled > 1, cancelled + " steps were cancelled");
        assertArrayEquals(losses, found.stream().mapToDouble(loss -> loss).toArray(), 0);
        assertArrayEquals(predictions(expected), predictions(interrupted), 0);
    }

    @Test
    void cancelledTrainingStopsWithinAStep() {
        Experiment experiment = experiment("\"hidden\": [2048, 128]", 1);
        TrainingRun run = run(experiment, Execution.SINGLE);
        TrainingOutcome outcome = run.train(report -> {}, () -> true);
        assertEquals(new TrainingOutcome.Stopped(0, 0), outcome);
        assertEquals(0, run.stepCount());
        assertTrue(run.predict(run.partition().train().features()).getNumRows() > 0);
    }

    @Test
    void manySamplesOfASmallNetworkAskAtEachLayerAndWithinAnEvaluation() {
        String json = "{\"format\": \"hyperlab-experiment/1\", \"data\": {\"source\": \"spiral\", \"samples\": 50000}, "
                + "\"network\": {\"hidden\": [8, 8]}, \"training\": {\"batchSize\": \"full\"}}";
        Experiment experiment = ((Document.OfExperiment) Documents.parse(json, "test")).experiment();
        AtomicInteger asked = new AtomicInteger();
        TrainingRun run = run(experiment, new Execution(1, () -> asked.incrementAndGet() < 0));
        int evaluation = asked.getAndSet(0);
        assertTrue(evaluation >= 40_000 / 4096 + 10_000 / 4096, "asked " + evaluation + " times");
        run.step();
        int layers = 5;
        int step = asked.get() - evaluation;
        assertTrue(step >= 2 * layers, "asked " + step + " times in the step");
    }

    @Test
    void cancelledStartIsAStoppedRun() {
        TrainingRun run = run(experiment("\"hidden\": [4096, 256]", 1), new Execution(1, () -> true));
        assertEquals(new TrainingOutcome.Stopped(0, 0), run.outcome());
        assertTrue(Double.isNaN(run.report().trainLoss()));
        assertFalse(run.step());
        List<EpochReport> reports = new ArrayList<>();
        assertEquals(run.outcome(), run.train(reports::add, () -> false));
        assertEquals(List.of(), reports);
    }
}
