package hyperlab.lesson.readout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.train.Experiment;
import org.junit.jupiter.api.Test;

class ReadoutCacheTest {
    private final ReadoutCache cache = new ReadoutCache(null);
    private final Experiment experiment = Experiment.DEFAULT;

    @Test
    void experimentsWithTheSameDataShareThem() {
        DataSplit split = cache.split(experiment);
        assertSame(
                split, cache.split(experiment.withTraining(experiment.training().withLearningRate(0.5))));
    }

    @Test
    void otherDataAreSplitAnew() {
        DataSplit split = cache.split(experiment);
        DataSplit other = cache.split(experiment.withSeed(experiment.seed() + 1));
        assertNotSame(split, other);
        DataSplit expected = DataSplitter.loadAndSplit(experiment.data(), experiment.seed() + 1, null);
        assertEquals(
                expected.train().features().get(0, 0), other.train().features().get(0, 0));
        assertNotSame(split, cache.split(experiment.withData(experiment.data().withTrainFraction(0.6))));
    }
}
