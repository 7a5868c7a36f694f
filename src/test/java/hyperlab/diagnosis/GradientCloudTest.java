package hyperlab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlab.data.DataSet;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.ParameterVector;
import hyperlab.nn.ReferenceNetworks;
import hyperlab.random.RandomStream;
import hyperlab.rule.InvalidInputException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with PyTorch's per-sample gradients (reference.py) and with many random draws. */
class GradientCloudTest {
    private static final JsonNode REFERENCE =
            ReferenceNetworks.read("/hyperlab/diagnosis/reference.json").get("cases");

    static Stream<Integer> places() {
        return ReferenceNetworks.denseCaseIndices();
    }

    @ParameterizedTest
    @MethodSource("places")
    void coordinatesAndCovarianceAgreeWithPyTorch(int place) {
        GradientCloud cloud = cloud(place);
        JsonNode expected = REFERENCE.get(place);
        for (int row = 0; row < 11; row++) {
            double[] point = ReferenceNetworks.numbers(expected.get("seen").get(row));
            assertEquals(point[0], cloud.sample(row).x(), 1e-9 * Math.abs(point[0]) + 1e-12);
            assertEquals(point[1], cloud.sample(row).y(), 1e-9 * Math.abs(point[1]) + 1e-12);
        }
        double[][] covariance = ReferenceNetworks.rows(expected.get("covariance"));
        GradientCloud.GradientCovariance found = cloud.covariance(1);
        double factor = 1 - 1 / 11.0;
        double scale = covariance[0][0] + covariance[1][1];
        assertEquals(covariance[0][0] * factor, found.xx(), 1e-9 * scale);
        assertEquals(covariance[0][1] * factor, found.xy(), 1e-9 * scale);
        assertEquals(covariance[1][1] * factor, found.yy(), 1e-9 * scale);
    }

    @Test
    void drawnBatchesScatterAsPredicted() {
        GradientCloud cloud = cloud(4);
        for (int batch : new int[] {1, 3, 5, 8}) {
            GradientCloud.GradientPoint[] points = cloud.draw(batch, 40_000, RandomStream.named(batch, "draws"));
            double meanX = 0;
            double meanY = 0;
            double xx = 0;
            double xy = 0;
            for (GradientCloud.GradientPoint point : points) {
                double dx = point.x() - cloud.mean().x();
                double dy = point.y() - cloud.mean().y();
                meanX += dx / points.length;
                meanY += dy / points.length;
                xx += dx * dx / points.length;
                xy += dx * dy / points.length;
            }
            GradientCloud.GradientCovariance predicted = cloud.covariance(batch);
            double error = predicted.trace() / Math.sqrt(points.length);
            assertEquals(0, meanX, 4 * Math.sqrt(predicted.xx() / points.length));
            assertEquals(0, meanY, 4 * Math.sqrt(predicted.yy() / points.length));
            assertEquals(predicted.xx(), xx, 8 * error, "batches of " + batch);
            assertEquals(predicted.xy(), xy, 8 * error, "batches of " + batch);
        }
    }

    @Test
    void fullBatchHasNoSpreadAndEpochHasItsMean() {
        GradientCloud cloud = cloud(4);
        assertEquals(0, cloud.covariance(11).trace());
        GradientCloud.GradientPoint[] epoch = cloud.draw(1, 11, RandomStream.named(1, "draws"));
        double x = 0;
        for (GradientCloud.GradientPoint point : epoch) {
            x += point.x() / 11;
        }
        assertEquals(cloud.mean().x(), x, 1e-14);
        assertEquals(11, cloud.samples());
        assertThrows(InvalidInputException.class, () -> cloud.covariance(12));
        assertThrows(InvalidInputException.class, () -> cloud.draw(0, 1, RandomStream.named(1, "draws")));
    }

    @Test
    void ellipseHasAxesOfCovariance() {
        // R(30°)·diag(9, 4)·R(30°)ᵀ
        double c = Math.cos(Math.PI / 6);
        double s = Math.sin(Math.PI / 6);
        GradientCloud.CovarianceEllipse turned =
                new GradientCloud.GradientCovariance(9 * c * c + 4 * s * s, 5 * c * s, 9 * s * s + 4 * c * c).ellipse();
        assertEquals(3, turned.major(), 1e-12);
        assertEquals(2, turned.minor(), 1e-12);
        assertEquals(Math.PI / 6, turned.angle(), 1e-12);
        GradientCloud.CovarianceEllipse upright = new GradientCloud.GradientCovariance(1, 0, 4).ellipse();
        assertEquals(Math.PI / 2, upright.angle(), 1e-12);
        GradientCloud.CovarianceEllipse line = new GradientCloud.GradientCovariance(1, -1, 1).ellipse();
        assertEquals(0, line.minor(), 1e-7);
        assertEquals(-Math.PI / 4, line.angle(), 1e-12);
    }

    @Test
    void isEmptyWhenCancelled() {
        Network network = ReferenceNetworks.network(0, 0);
        DataSet part = SharpnessTest.data(ReferenceNetworks.features().data, 3, ReferenceNetworks.targets(0), network);
        ParameterVector zeros = ParameterVector.zeros(network);
        assertTrue(GradientCloud.of(new NetworkProbe(network), part, zeros, zeros, () -> true)
                .isEmpty());
    }

    private static GradientCloud cloud(int place) {
        Network network = ReferenceNetworks.network(place, 0);
        DataSet part =
                SharpnessTest.data(ReferenceNetworks.features().data, 3, ReferenceNetworks.targets(place), network);
        double[][] directions = ReferenceNetworks.rows(REFERENCE.get(place).get("directions"));
        return GradientCloud.of(
                        new NetworkProbe(network),
                        part,
                        ReferenceNetworks.vector(network, directions[0]),
                        ReferenceNetworks.vector(network, directions[1]),
                        () -> false)
                .orElseThrow();
    }
}
