package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.file.ExperimentOverrides;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.rule.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerRatesTest {
    private static final Experiment BASE = ExperimentOverrides.with(
            Experiment.DEFAULT,
            List.of(
                    "data.samples=50",
                    "network.hidden=[4,3]",
                    "network.activation=prelu",
                    "training.epochs=6",
                    "training.schedule={\"name\":\"cosine\",\"warmup\":2}",
                    "training.penalty={\"l1\":0.01,\"l2\":0.1,\"method\":\"proximal\"}"));
    private static final DataSplit SPLIT = DataSplitter.loadAndSplit(BASE.data(), BASE.seed(), null);

    private static Experiment withRates(Experiment experiment, Double... rates) {
        return experiment.withTraining(experiment.training().withLayerRates(List.of(rates)));
    }

    private static List<Double> losses(TrainingRun run) {
        List<Double> losses = new ArrayList<>();
        run.train(report -> losses.add(report.trainLoss()), () -> false);
        return losses;
    }

    @Test
    void equalRatesAreOneLearningRate() {
        double rate = BASE.training().learningRate();

        assertEquals(
                losses(new TrainingRun(BASE, SPLIT, null)),
                losses(new TrainingRun(withRates(BASE, rate, rate, rate), SPLIT, null)));
    }

    @Test
    void tinyRateFreezesItsLayerOnly() {
        TrainingRun run = new TrainingRun(withRates(BASE, 0.05, 1e-300, 0.05), SPLIT, null);
        List<LayerWeights> before = run.network().weights();
        run.train(report -> {}, () -> false);
        List<LayerWeights> after = run.network().weights();

        // Dense, slope, dense, slope, dense: a slope belongs to the layer before it.
        assertEquals(5, after.size());
        assertArrayEquals(
                ((LayerWeights.Dense) before.get(2)).weights(), ((LayerWeights.Dense) after.get(2)).weights());
        assertArrayEquals(((LayerWeights.Prelu) before.get(3)).slope(), ((LayerWeights.Prelu) after.get(3)).slope());
        for (int layer : new int[] {0, 4}) {
            assertThrows(
                    AssertionError.class,
                    () -> assertArrayEquals(
                            ((LayerWeights.Dense) before.get(layer)).weights(),
                            ((LayerWeights.Dense) after.get(layer)).weights()));
        }
    }

    @Test
    void ratesCanChangeDuringARun() {
        Experiment layered = withRates(BASE, 0.05, 0.01, 0.02);
        TrainingRun changed = new TrainingRun(BASE, SPLIT, null);
        changed.change(layered);

        assertEquals(losses(new TrainingRun(layered, SPLIT, null)), losses(changed));
    }

    @Test
    void resumedRunKeepsItsRates() {
        Experiment layered = withRates(BASE, 0.05, 0.01, 0.02);
        TrainingRun run = new TrainingRun(layered, SPLIT, null);
        while (run.epoch() < 3) {
            run.step();
        }
        TrainingRun resumed = TrainingRun.resume(run.snapshot());
        List<Double> expected = losses(new TrainingRun(layered, SPLIT, null));

        assertEquals(expected.subList(4, 7), losses(resumed));
    }

    @Test
    void numberOfRatesMustMatchTheNetwork() {
        Experiment two = withRates(BASE, 0.1, 0.1);
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> new TrainingRun(two, SPLIT, null));
        assertEquals(
                "training.layerRates must have 3 rates, one for each layer with weights, got 2", error.getMessage());
        TrainingRun run = new TrainingRun(BASE, SPLIT, null);
        assertThrows(InvalidInputException.class, () -> run.change(two));
        assertThrows(InvalidInputException.class, () -> withRates(BASE, 0.1, 0.0, 0.1));
    }
}
