package hyperlab.nn;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The outputs of a network of narrow dense layers for many samples at once, dropout off. Each unit has an array of its own
 * over the samples, so that sums and activations run along the samples, which are many, and not along the units, which are
 * too few for a vectorised loop.
 */
final class ColumnPass {
    /** From so many samples on it is quicker than layer by layer on batch × units. */
    private static final int FEWEST_ROWS = 32;

    private final List<Layer> stages;
    private final double[][][] columns;
    private final DMatrixRMaj outputs = new DMatrixRMaj(0, 0);

    private ColumnPass(List<Layer> stages, List<Integer> widths, int rows) {
        this.stages = stages;
        this.columns = new double[widths.size()][][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new double[widths.get(i)][rows];
        }
    }

    /**
     * For the layers of a network that is asked for at most {@code rows} samples at a time; null where one has no way of
     * columns or is wide enough for {@link MatrixProduct}'s.
     */
    static @Nullable ColumnPass of(List<Layer> layers, int rows) {
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
        boolean narrow = widths.stream().allMatch(width -> width < MatrixProduct.WIDE);
        return narrow ? new ColumnPass(stages, widths, rows) : null;
    }

    /** Whether it is the quicker way for so many samples. */
    boolean suits(int rows) {
        return rows >= FEWEST_ROWS;
    }

    /** The outputs of {@code rows} samples from {@code from} on, in a buffer that is good until the next call. */
    DMatrixRMaj outputs(DMatrixRMaj features, int from, int rows) {
        int width = features.numCols;
        for (int c = 0; c < width; c++) {
            double[] column = columns[0][c];
            int at = from * width + c;
            for (int row = 0; row < rows; row++) {
                column[row] = features.data[at];
                at += width;
            }
        }
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i) instanceof DenseLayer dense) {
                dense.columns(columns[i], columns[i + 1], rows);
            } else if (stages.get(i) instanceof ElementwiseLayer activation) {
                activation.columns(columns[i], columns[i + 1], rows);
            }
        }
        return rowByRow(columns[stages.size()], rows);
    }

    private DMatrixRMaj rowByRow(double[][] last, int rows) {
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
