package hyperlab.diagnosis;

import hyperlab.data.DataSet;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.ParameterVector;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.ejml.data.DMatrixRMaj;

/** Computes the gradients of mini-batches of a data set one after another, with dropout off and without the penalty. */
final class BatchGradients {
    private final NetworkProbe probe;
    private final DataSet part;
    private final DMatrixRMaj features = new DMatrixRMaj(0, 0);
    private final ParameterVector gradient;

    BatchGradients(NetworkProbe probe, DataSet part) {
        this.probe = probe;
        this.part = part;
        this.gradient = ParameterVector.zeros(probe.network());
    }

    /** Receives a gradient. The vector is reused, so it is valid only during the call. */
    @FunctionalInterface
    interface GradientVisitor {
        void visit(int index, ParameterVector gradient);
    }

    /** Visits the gradient of each single row in order. Returns false if canceled. */
    boolean forEachSample(GradientVisitor visitor, BooleanSupplier cancelled) {
        int[] rows = new int[part.samples()];
        Arrays.setAll(rows, row -> row);
        return forEachBatch(rows, 1, rows.length, visitor, cancelled);
    }

    /**
     * Visits the gradients of the first {@code batches} batches of {@code size} rows in {@code order}. Returns false if
     * canceled.
     */
    boolean forEachBatch(int[] order, int size, int batches, GradientVisitor visitor, BooleanSupplier cancelled) {
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
