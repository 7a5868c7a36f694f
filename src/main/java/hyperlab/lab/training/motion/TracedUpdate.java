package hyperlab.lab.training.motion;

import hyperlab.chart.training.StepChart.Link;
import hyperlab.nn.Network;
import hyperlab.train.StepTrace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** The numbers of one update, layer by layer, of a network of dense layers without Maxout. */
public final class TracedUpdate {
    private final StepTrace trace;
    private final List<DenseTrace> layers = new ArrayList<>();

    /**
     * One dense layer with its activation. Matrices are {@code [unit][input]} or {@code [sample][unit]}.
     *
     * @param inputs of each sample
     * @param sums weighted sums z of each sample
     * @param outputs of each sample, after activation and dropout; of the last layer, the sums
     * @param sumGradients derivative of the batch's mean loss with respect to the sums of each sample
     */
    public record DenseTrace(
            double[][] before,
            double[][] gradients,
            double[][] after,
            double[] biasesBefore,
            double[] biasGradients,
            double[] biasesAfter,
            double[][] inputs,
            double[][] sums,
            double[][] outputs,
            double[][] sumGradients) {}

    public TracedUpdate(StepTrace trace) {
        this.trace = trace;
        double[][] inputs = rows(trace.features().data, trace.features().numRows, trace.features().numCols);
        int block = 0;
        List<Network.LayerTrace> traced = trace.layers();
        for (int k = 0; k < traced.size(); k++) {
            Network.LayerTrace dense = traced.get(k);
            int last = k;
            while (last + 1 < traced.size() && !traced.get(last + 1).weighted()) {
                last++;
            }
            int units = dense.outputs().numCols;
            // A learned slope is a block of its own after the bias.
            while (trace.before()[block].length != units * inputs[0].length
                    || trace.before()[block + 1].length != units) {
                block++;
            }
            double[][] outputs = rows(traced.get(last).outputs());
            layers.add(new DenseTrace(
                    rows(trace.before()[block], units, inputs[0].length),
                    rows(trace.gradients()[block], units, inputs[0].length),
                    rows(trace.after()[block], units, inputs[0].length),
                    trace.before()[block + 1],
                    trace.gradients()[block + 1],
                    trace.after()[block + 1],
                    inputs,
                    rows(dense.outputs()),
                    outputs,
                    rows(dense.gradients())));
            block += 2;
            inputs = outputs;
            k = last;
        }
    }

    private static double[][] rows(DMatrixRMaj matrix) {
        return rows(matrix.data, matrix.numRows, matrix.numCols);
    }

    private static double[][] rows(double[] values, int rows, int columns) {
        double[][] result = new double[rows][];
        Arrays.setAll(result, row -> Arrays.copyOfRange(values, row * columns, (row + 1) * columns));
        return result;
    }

    public StepTrace trace() {
        return trace;
    }

    public List<DenseTrace> layers() {
        return List.copyOf(layers);
    }

    public int samples() {
        return trace.features().numRows;
    }

    boolean has(Link link) {
        return link.column() < layers.size()
                && link.to() < layers.get(link.column()).before().length
                && link.from() < layers.get(link.column()).before()[link.to()].length;
    }

    /** The weight with the largest gradient. */
    Link steepestLink() {
        return links().stream()
                .reduce((one, other) -> Math.abs(gradient(other)) > Math.abs(gradient(one)) ? other : one)
                .orElseThrow();
    }

    /** The weight that is {@code steps} further; after the last one comes the first. */
    Link linkAfter(Link link, int steps) {
        List<Link> all = links();
        return all.get(Math.floorMod(all.indexOf(link) + steps, all.size()));
    }

    private double gradient(Link link) {
        return layers.get(link.column()).gradients()[link.to()][link.from()];
    }

    private List<Link> links() {
        List<Link> all = new ArrayList<>();
        for (int column = 0; column < layers.size(); column++) {
            double[][] weights = layers.get(column).before();
            for (int to = 0; to < weights.length; to++) {
                for (int from = 0; from < weights[to].length; from++) {
                    all.add(new Link(column, from, to));
                }
            }
        }
        return all;
    }
}
