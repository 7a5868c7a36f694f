package hyperlab.diagnosis;

import hyperlab.data.DataSet;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.ParameterVector;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.ejml.data.DMatrixRMaj;

/** The gradients of mini-batches of a data set one after another, each dropout off and penalty left out. */
final class SampleGradients {
    private final NetworkProbe probe;
    private final DataSet part;
    private final DMatrixRMaj features = new DMatrixRMaj(0, 0);
    private final ParameterVector gradient;

    SampleGradients(NetworkProbe probe, DataSet part) {
        this.probe = probe;
        this.part = part;
        this.gradient = ParameterVector.zeros(probe.network());
    }

    /** Looks at a gradient, which is good during the call alone. */
    @FunctionalInterface
    interface Visitor {
        void visit(int index, ParameterVector gradient);
    }

    /** Each row's own gradient, in order; whether it came to the end. */
    boolean ofEach(Visitor visitor, BooleanSupplier cancelled) {
        int[] rows = new int[part.samples()];
        Arrays.setAll(rows, row -> row);
        return ofBatches(rows, 1, rows.length, visitor, cancelled);
    }

    /** The gradient of each of the first so many batches of {@code order}; whether it came to the end. */
    boolean ofBatches(int[] order, int size, int batches, Visitor visitor, BooleanSupplier cancelled) {
        int width = part.features().numCols;
        double[] targets = new double[size];
        features.reshape(size, width);
        for (int batch = 0; batch < batches; batch++) {
            if (cancelled.getAsBoolean()) {
                return false;
            }
            for (int i = 0; i < size; i++) {
                int row = order[batch * size + i];
                System.arraycopy(part.features().data, row * width, features.data, i * width, width);
                targets[i] = part.targets()[row];
            }
            probe.gradient(features, targets, gradient);
            visitor.visit(batch, gradient);
        }
        return true;
    }
}
