package hyperlab.nn.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.nn.kernel.CancelledException;
import hyperlab.nn.kernel.ElementwiseFunction;
import hyperlab.nn.kernel.Workers;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class ElementwiseLayerTest {
    private static final int LENGTH = (1 << 20) + 12_345;

    private static DMatrixRMaj values(double scale) {
        DMatrixRMaj values = new DMatrixRMaj(LENGTH, 1);
        Arrays.setAll(values.data, i -> scale * Math.sin(i));
        return values;
    }

    @Test
    void partsOfALargeBatchHaveTheSameNumbersAsTheWhole() {
        ElementwiseFunction tanh = new ElementwiseFunction.Tanh();
        DMatrixRMaj x = values(3);
        DMatrixRMaj dy = values(0.5);
        double[] y = new double[LENGTH];
        double[] dx = new double[LENGTH];
        tanh.forward(x.data, y, LENGTH);
        tanh.backward(x.data, y, dy.data, dx, LENGTH);
        ElementwiseLayer layer = new ElementwiseLayer(tanh);
        assertArrayEquals(y, layer.forward(x, true).data, 0);
        assertArrayEquals(dx, layer.backward(dy).data, 0);
    }

    @Test
    void aLargeBatchCanBeCancelledWithinTheLayer() {
        ElementwiseLayer layer = new ElementwiseLayer(new ElementwiseFunction.Relu());
        Workers workers = new Workers();
        layer.setWorkers(workers);
        DMatrixRMaj x = values(1);
        layer.forward(x, true);
        AtomicInteger asked = new AtomicInteger();
        workers.configure(1, () -> asked.incrementAndGet() == 10);
        assertThrows(CancelledException.class, () -> layer.forward(x, true));
        assertEquals(10, asked.get());
        assertThrows(CancelledException.class, () -> {
            asked.set(0);
            layer.backward(x);
        });
    }
}
