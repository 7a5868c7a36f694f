package hyperlab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.MapTrainers;
import hyperlab.nn.Activation;
import hyperlab.optim.Adam;
import hyperlab.optim.Penalty;
import hyperlab.optim.Sgd;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapSurroundingsTest {
    private static final Experiment EXPERIMENT = Experiment.DEFAULT
            .withNetwork(NetworkSettings.DEFAULT.withHidden(List.of(6)).withActivation(new Activation.Tanh()))
            .withTraining(TrainingSettings.DEFAULT
                    .withOptimizer(Sgd.DEFAULT)
                    .withLearningRate(0.07)
                    .withBatchSize(new BatchSize(24))
                    .withEpochs(1));

    /** Each map can be trained, and the rate of the run is one of its columns. */
    @Test
    void everyKeyMakesAMap() {
        for (String key : MapSurroundings.keys(EXPERIMENT)) {
            MapSpecification map = MapSurroundings.of(EXPERIMENT, key);
            assertEquals(key, map.y().key());
            assertTrue(map.x().values().contains("0.07"), () -> map.x().values().toString());
            MapTrainers.of(map, null);
        }
    }

    @Test
    void ownBatchSizeUnitsAndPenaltyAreOnTheirAxes() {
        assertTrue(
                MapSurroundings.of(EXPERIMENT, "training.batchSize")
                        .y()
                        .values()
                        .contains("192"),
                "24 doubled until it is at least 128");
        assertEquals(48, MapSurroundings.of(EXPERIMENT, "network.hidden.0").y().high());
        Experiment decayed = EXPERIMENT.withTraining(EXPERIMENT.training().withPenalty(new Penalty(0, 0.003)));
        assertTrue(
                MapSurroundings.of(decayed, "training.penalty.l2").y().values().contains("0.003"));
    }

    @Test
    void keysDependOnTheExperiment() {
        assertTrue(MapSurroundings.keys(EXPERIMENT).contains("training.optimizer.momentum"));
        Experiment adam = EXPERIMENT.withTraining(EXPERIMENT.training().withOptimizer(Adam.DEFAULT));
        assertFalse(MapSurroundings.keys(adam).contains("training.optimizer.momentum"));
        Experiment linear = EXPERIMENT.withNetwork(EXPERIMENT.network().withHidden(List.of()));
        assertFalse(MapSurroundings.keys(linear).contains("network.hidden.0"));
    }
}
