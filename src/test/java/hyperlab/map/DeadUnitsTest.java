package hyperlab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.diagnosis.LayerReport;
import hyperlab.diagnosis.NetworkReport;
import hyperlab.diagnosis.UnitActivity;
import hyperlab.file.ExperimentOverrides;
import hyperlab.nn.Activation;
import hyperlab.nn.Loss;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.NetworkShape;
import hyperlab.nn.layer.Initializer;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadUnitsTest {
    /** The report measures the activity of each unit over all rows. */
    private static double reported(List<Network> networks, DataSplit split) {
        int dead = 0;
        int units = 0;
        for (Network network : networks) {
            NetworkReport report = NetworkReport.of(
                    new NetworkProbe(network), split.train(), NetworkReport.DEFAULT_SATURATION_THRESHOLD);
            for (LayerReport layer : report.layers()) {
                UnitActivity activity = layer.activity();
                if (activity != null) {
                    dead += activity.deadCount();
                    units += activity.units();
                }
            }
        }
        return (double) dead / units;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "network.activation=relu",
                "network.activation={\"name\":\"maxout\",\"pieces\":3}",
                "network.activation=prelu",
                "network.activation=tanh",
                "network.hidden=[]",
                "ensemble=2"
            })
    void shareEqualsThatOfTheFullReport(String variant) {
        boolean some = false;
        for (int rate = 1; rate <= 6; rate++) {
            Experiment experiment = ExperimentOverrides.with(
                    Experiment.DEFAULT,
                    List.of(
                            "data.samples=70",
                            "network.hidden=[9,6]",
                            "network.activation=relu",
                            "training.optimizer=sgd",
                            "training.epochs=5",
                            "training.learningRate=" + rate,
                            variant));
            DataSplit split = DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), null);
            TrainingRun run = new TrainingRun(experiment, split, null);
            run.train(report -> {}, () -> false);
            List<Network> networks = run.ensemble().members();
            double share = DeadUnits.share(networks, split.train().features());
            assertEquals(reported(networks, split), share, 0);
            some |= share > 0 && share < 1;
        }
        boolean smooth = variant.contains("tanh") || variant.contains("prelu") || variant.contains("[]");
        assertTrue(some || smooth, "no network has some dead units");
    }

    @Test
    void unitsThatAreDeadInManyRowsAreCounted() {
        NetworkShape shape = new NetworkShape(1, List.of(3), 2, new Activation.Relu(), 0, Loss.CROSS_ENTROPY);
        Network network = new Network(shape, new Initializer.Zero(), 1);
        assertEquals(1, DeadUnits.share(List.of(network), new DMatrixRMaj(20_000, 1)));
    }
}
