package hyperlab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.diagnosis.Sharpness;
import hyperlab.file.ExperimentOverrides;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverlayCurvesTest {
    private static final MapAxis RATE =
            new MapAxis("training.learningRate", new SearchDimension.LogDimension(0.01, 10), 20);
    private static final MapAxis SIZE =
            new MapAxis("training.batchSize", new SearchDimension.IntegerDimension(1, 128), 128, true);
    private static final MapAxis DROPOUT =
            new MapAxis("network.dropout", new SearchDimension.LinearDimension(0, 0.9), 10);

    private static MapSpecification map(MapAxis x, MapAxis y) {
        return new MapSpecification(new MapSubject.OfExperiment(Experiment.DEFAULT), x, y, MapColor.TRAIN_LOSS);
    }

    @Test
    void ratioOfRateAndBatchSizeIsConstant() {
        for (boolean rateOnX : new boolean[] {true, false}) {
            OverlayCurve curve = OverlayCurves.constantRatio(rateOnX ? map(RATE, SIZE) : map(SIZE, RATE), 0.0175)
                    .orElseThrow();
            assertEquals(0.0175, curve.constant());
            for (int i = 0; i < curve.size(); i++) {
                double rate = rateOnX ? curve.x(i) : curve.y(i);
                double size = rateOnX ? curve.y(i) : curve.x(i);
                assertEquals(0.0175, rate / size, 1e-12 * 0.0175);
            }
        }
        assertEquals(Optional.empty(), OverlayCurves.constantRatio(map(RATE, DROPOUT), 0.0175));
    }

    @Test
    void twoOverSharpnessIsAStraightLine() {
        OverlayCurve upright =
                OverlayCurves.twoOverSharpness(map(RATE, DROPOUT), 4).orElseThrow();
        OverlayCurve level =
                OverlayCurves.twoOverSharpness(map(DROPOUT, RATE), 4).orElseThrow();
        for (int i = 0; i < upright.size(); i++) {
            assertEquals(0.5, upright.x(i));
            assertEquals(0.5, level.y(i));
        }
        assertEquals(0.9, upright.y(upright.size() - 1), 1e-12);
        assertEquals(Optional.empty(), OverlayCurves.twoOverSharpness(map(SIZE, DROPOUT), 4));
    }

    /** Without hidden layers, half the squared error of one output has the Hessian E[(x, 1)(x, 1)ᵀ]. */
    @Test
    void initialSharpnessIsLargestEigenvalue() {
        Experiment linear = ExperimentOverrides.with(
                Experiment.DEFAULT, List.of("data.source=sine", "data.samples=50", "network.hidden=[]"));
        DataSplit split = DataSplitter.loadAndSplit(linear.data(), linear.seed(), null);
        DataSet train = split.train();
        double square = 0;
        double mean = 0;
        for (int row = 0; row < train.samples(); row++) {
            double x = train.features().data[row];
            square += x * x / train.samples();
            mean += x / train.samples();
        }
        double expected = (square + 1) / 2 + Math.sqrt((square - 1) * (square - 1) / 4 + mean * mean);

        Sharpness sharpness = OverlayCurves.initialSharpness(linear, split, () -> false);

        assertEquals(1, train.features().numCols);
        assertTrue(sharpness.converged());
        assertEquals(expected, sharpness.value(), 1e-4 * expected);
    }
}
