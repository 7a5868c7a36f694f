package hyperlab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.nn.Activation;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.ParameterVector;
import hyperlab.nn.layer.Initializer;
import hyperlab.random.RandomStream;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TestPartitions;
import hyperlab.train.TrainingRun;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Measurements do not affect a run: it ends with bit-identical weights. */
class MeasurementSideEffectTest {
    private static final Experiment EXPERIMENT = Experiment.DEFAULT
            .withNetwork(new NetworkSettings(
                    List.of(), List.of(5, 4), new Activation.Prelu(0.25), 0.3, new Initializer.He(), null))
            .withTraining(Experiment.DEFAULT.training().withEpochs(3));

    @Test
    void measuredRunEndsWithSameWeights() {
        DataSplit partition = TestPartitions.twoClouds();
        TrainingRun looked = new TrainingRun(EXPERIMENT, partition, null);
        TrainingRun left = new TrainingRun(EXPERIMENT, partition, null);
        Network network = looked.ensemble().members().get(0);
        NetworkProbe probe = new NetworkProbe(network);
        RandomStream stream = RandomStream.named(1, "looks");
        while (looked.outcome() == null) {
            ParameterVector before = ParameterVector.values(network);
            looked.step();
            left.step();
            measure(probe, partition.train(), before, stream);
        }
        assertEquals(left.report().trainLoss(), looked.report().trainLoss());
        for (int b = 0; b < network.parameters().size(); b++) {
            assertArrayEquals(
                    left.ensemble().members().get(0).parameters().get(b).values(),
                    network.parameters().get(b).values());
        }
    }

    private static void measure(NetworkProbe probe, DataSet part, ParameterVector before, RandomStream stream) {
        NetworkReport.of(probe, part, NetworkReport.DEFAULT_SATURATION_THRESHOLD);
        NetworkReport.updateToWeightRatios(probe, before);
        Sharpness.of(probe, part, 0.1, Sharpness.randomStart(probe.network(), stream), 0.1, 5, () -> false);
        NoiseScale.exact(probe, part, () -> false);
        GradientCloud.of(probe, part, before, before, () -> false);
        probe.outputs(probe.weightLayers().get(0), part.features());
    }

    @Test
    void copyHasEqualButSeparateWeights() {
        Network network = new TrainingRun(EXPERIMENT, TestPartitions.twoClouds(), null)
                .ensemble()
                .members()
                .get(0);
        Network copy = network.copy(5);
        DMatrixRMaj x = TestPartitions.twoClouds().validation().features();
        assertArrayEquals(network.predict(x).data, copy.predict(x).data);
        // A network that has diverged can be copied too.
        copy.parameters().get(0).values()[0] = Double.NaN;
        assertEquals(Double.NaN, copy.copy(1).parameters().get(0).values()[0]);
        assertEquals(false, Double.isNaN(network.parameters().get(0).values()[0]));
    }
}
