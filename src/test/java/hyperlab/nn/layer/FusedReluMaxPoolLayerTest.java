package hyperlab.nn.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import hyperlab.image.ImageShape;
import hyperlab.nn.kernel.ElementwiseFunction;
import hyperlab.nn.kernel.Workers;
import hyperlab.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the fused layer with the two layers that it replaces, bit for bit. */
class FusedReluMaxPoolLayerTest {
    private static final double[] EDGE_CASES = {
        0,
        -0.0,
        1,
        1,
        -1,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        1e308,
        -1e308,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    private final RandomStream stream = RandomStream.named(5, "pooled");

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void givesWhatTheTwoLayersGive(int pool) {
        ImageShape maps = new ImageShape(3, 11, 13);
        ImageShape pooled = new ImageShape(3, 11 / pool, 13 / pool);
        // One instance for all rounds, as in a training run: no round may affect the next one. The two separate layers
        // are new in each round.
        FusedReluMaxPoolLayer fusedLayer = new MaxPoolLayer(maps, pooled, pool).withRelu(new Workers());
        for (int round = 0; round < 50; round++) {
            boolean edgeCases = round % 2 == 1;
            compare(
                    fusedLayer,
                    new MaxPoolLayer(maps, pooled, pool),
                    numbers(2, (int) maps.size(), edgeCases),
                    edgeCases);
        }
    }

    private void compare(FusedReluMaxPoolLayer fusedLayer, MaxPoolLayer pooling, DMatrixRMaj sums, boolean edgeCases) {
        ElementwiseLayer relu = new ElementwiseLayer(new ElementwiseFunction.Relu());
        DMatrixRMaj expected = pooling.forward(relu.forward(sums, true), true);
        DMatrixRMaj got = fusedLayer.forward(sums, true);
        assertEquals(expected.numCols, got.numCols);
        assertArrayEquals(
                Arrays.copyOf(expected.data, expected.getNumElements()), Arrays.copyOf(got.data, got.getNumElements()));
        if (edgeCases) {
            // A run with such values ends before it uses its gradient.
            return;
        }
        DMatrixRMaj outputGradient = numbers(2, expected.numCols, false);
        double[] expectedGradient =
                relu.backward(pooling.backward(outputGradient)).data.clone();
        assertArrayEquals(
                expectedGradient, fusedLayer.backward(outputGradient).data.clone(), 0.0);
    }

    /** Small integers, so that ties are frequent. */
    private DMatrixRMaj numbers(int rows, int columns, boolean edgeCases) {
        DMatrixRMaj all = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < all.data.length; i++) {
            all.data[i] = edgeCases ? EDGE_CASES[stream.nextInt(EDGE_CASES.length)] : stream.nextInt(7) - 3;
        }
        return all;
    }

    @Test
    void replacesOnlyReluFollowedByMaxPooling() {
        MaxPoolLayer pooling = new MaxPoolLayer(new ImageShape(1, 4, 4), new ImageShape(1, 2, 2), 2);
        Layer relu = new ElementwiseLayer(new ElementwiseFunction.Relu());
        Layer tanh = new ElementwiseLayer(new ElementwiseFunction.Tanh());
        List<Layer> stages = FusedReluMaxPoolLayer.fuse(List.of(tanh, pooling, relu, relu, pooling), new Workers());
        assertEquals(4, stages.size());
        assertEquals(List.of(tanh, pooling, relu), stages.subList(0, 3));
        assertInstanceOf(FusedReluMaxPoolLayer.class, stages.get(3));
    }
}
