package hyperlab.nn.layer;

import hyperlab.nn.kernel.MatrixProduct;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Computes the outputs of a network of narrow dense layers for many samples at once, without dropout. Each unit has an
 * array of its own over the samples, so that loops run along the samples, which are many, rather than along the units,
 * which are too few for vectorized loops.
 */
public final class ColumnwiseForwardPass {
    /** From this number of samples on, this is faster than layer by layer on batch × units. */
    private static final int MIN_ROWS = 32;

    private final List<Layer> stages;
    private final double[][][] buffers;
    private final DMatrixRMaj outputs = new DMatrixRMaj(0, 0);

    private ColumnwiseForwardPass(List<Layer> stages, List<Integer> widths, int rows) {
        this.stages = stages;
        this.buffers = new double[widths.size()][][];
        for (int i = 0; i < buffers.length; i++) {
            buffers[i] = new double[widths.get(i)][rows];
        }
    }

    /**
     * Creates a pass for batches of at most {@code rows} samples. Returns null if a layer does not support column
     * arrays or is wide enough for {@link MatrixProduct}'s vectorized loops.
     */
    public static @Nullable ColumnwiseForwardPass of(List<Layer> layers, int rows) {
        List<Layer> stages = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer instanceof DenseLayer dense) {
                if (widths.isEmpty()) {
                    widths.add(dense.inputs());
                }
                widths.add(dense.outputs());
                stages.add(layer);
            } else if (layer instanceof ElementwiseLayer) {
                widths.add(widths.get(widths.size() - 1));
                stages.add(layer);
            } else if (!(layer instanceof DropoutLayer)) {
                return null;
            }
        }
        boolean narrow = widths.stream().allMatch(width -> width < MatrixProduct.MIN_VECTORIZED_COLUMNS);
        return narrow ? new ColumnwiseForwardPass(stages, widths, rows) : null;
    }

    /** Whether this is the faster method for this number of samples. */
    public boolean isFasterFor(int rows) {
        return rows >= MIN_ROWS;
    }

    /**
     * The outputs of {@code rows} samples starting at row {@code from}, samples × outputs, in a buffer that is valid
     * until the next call.
     */
    public DMatrixRMaj outputs(DMatrixRMaj features, int from, int rows) {
        int width = features.numCols;
        for (int c = 0; c < width; c++) {
            double[] column = buffers[0][c];
            int at = from * width + c;
            for (int row = 0; row < rows; row++) {
                column[row] = features.data[at];
                at += width;
            }
        }
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i) instanceof DenseLayer dense) {
                dense.forwardColumns(buffers[i], buffers[i + 1], rows);
            } else if (stages.get(i) instanceof ElementwiseLayer activation) {
                activation.forwardColumns(buffers[i], buffers[i + 1], rows);
            }
        }
        return toRowMajor(buffers[stages.size()], rows);
    }

    private DMatrixRMaj toRowMajor(double[][] last, int rows) {
        outputs.reshape(rows, last.length);
        for (int c = 0; c < last.length; c++) {
            int at = c;
            for (int row = 0; row < rows; row++) {
                outputs.data[at] = last[c][row];
                at += last.length;
            }
        }
        return outputs;
    }
}
