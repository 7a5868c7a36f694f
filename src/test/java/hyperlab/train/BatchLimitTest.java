package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.file.ExperimentOverrides;
import hyperlab.nn.Activation;
import hyperlab.rule.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchLimitTest {
    /** With 4,096 units of 8 pieces, (2³¹ − 9)/32,768 is below 65,536. */
    private static final int LIMIT = 65_535;

    private static Experiment experiment(String batchSize) {
        Experiment experiment = ExperimentOverrides.with(
                Experiment.DEFAULT,
                List.of(
                        "data.source=plane",
                        "data.samples=65540",
                        "data.trainFraction=0.99999",
                        "network.hidden=[4096]",
                        "network.activation.name=maxout",
                        "network.activation.pieces=8",
                        "training.batchSize=" + batchSize));
        assertEquals(new Activation.Maxout(8), experiment.network().activation());
        return experiment;
    }

    @Test
    void aBatchThatNoArrayCanHoldIsRejectedBeforeTheFirstStep() {
        Experiment full = experiment("full");
        DataSplit parts = DataSplitter.loadAndSplit(full.data(), full.seed(), null);
        int samples = parts.train().samples();
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> new TrainingRun(full, parts, null));
        assertEquals(
                "training.batchSize must be at most 65535 if a layer has 32768 values per sample, got " + samples,
                error.line());
        assertDoesNotThrow(() -> BatchLimit.check(
                experiment(Integer.toString(LIMIT)).training(), parts, EnsembleTrainer.shape(full, parts)));
        assertThrows(
                InvalidInputException.class,
                () -> BatchLimit.check(
                        experiment(Integer.toString(LIMIT + 1)).training(), parts, EnsembleTrainer.shape(full, parts)));
    }

    @Test
    void aChangeIsRejectedToo() {
        Experiment small = experiment("1");
        DataSplit parts = DataSplitter.loadAndSplit(small.data(), small.seed(), null);
        TrainingRun run = new TrainingRun(small, parts, null, new Execution(1, () -> true));
        assertThrows(InvalidInputException.class, () -> run.change(experiment("full")));
        assertEquals(small, run.experiment());
    }
}
