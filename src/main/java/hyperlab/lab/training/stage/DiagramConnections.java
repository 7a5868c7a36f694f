package hyperlab.lab.training.stage;

import hyperlab.chart.training.network.NetworkDiagram.Column;
import hyperlab.chart.training.network.NetworkDiagram.KernelTile;
import hyperlab.chart.training.network.NetworkDiagram.WeightLinks;
import hyperlab.nn.layer.LayerWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The weights between two columns of the network diagram, one number for each line. A feature map is connected by a
 * bundle of weights: a kernel to another map, or one weight per position to a unit. One number represents the bundle:
 * its root mean square with the sign of its sum, which for a single weight is the weight itself. For a Maxout unit, the
 * piece with the largest magnitude counts.
 */
final class DiagramConnections {
    private DiagramConnections() {}

    /** The weights between the drawn units of two columns. */
    static WeightLinks between(LayerWeights weights, Column from, Column to) {
        if (weights instanceof LayerWeights.Convolution convolution) {
            double[][][][] kernels = convolution.weights();
            return connections(kernels.length, from, to, (row, channel) -> flatten(kernels[row][channel]));
        }
        double[][] rows = ((LayerWeights.Dense) weights).weights();
        int bundle = rows[0].length / from.unitCount();
        return connections(
                rows.length,
                from,
                to,
                (row, input) -> Arrays.copyOfRange(rows[row], input * bundle, (input + 1) * bundle));
    }

    /** Returns the weights from an input to a row of a layer. */
    @FunctionalInterface
    private interface WeightBundle {
        double[] weights(int row, int input);
    }

    private static WeightLinks connections(int rows, Column from, Column to, WeightBundle bundle) {
        int pieces = Math.max(1, rows / to.unitCount());
        double[][] shown = new double[to.states().size()][from.states().size()];
        for (int unit = 0; unit < shown.length; unit++) {
            for (int input = 0; input < shown[unit].length; input++) {
                for (int piece = 0; piece < pieces; piece++) {
                    double weight = bundleWeight(bundle.weights(unit * pieces + piece, input));
                    boolean larger = Math.abs(weight) > Math.abs(shown[unit][input]);
                    shown[unit][input] = larger ? weight : shown[unit][input];
                }
            }
        }
        return new WeightLinks(shown);
    }

    /** The root mean square of the weights with the sign of their sum. */
    static double bundleWeight(double[] bundle) {
        double sum = 0;
        double squares = 0;
        for (double weight : bundle) {
            sum += weight;
            squares += weight * weight;
        }
        return bundle.length == 1 ? bundle[0] : Math.copySign(Math.sqrt(squares / bundle.length), sum);
    }

    /**
     * The kernels of filters that read one channel (for Maxout, the first piece of each); empty if they read several.
     */
    static List<KernelTile> kernels(LayerWeights.Convolution convolution, int shown, int units) {
        double[][][][] kernels = convolution.weights();
        List<KernelTile> tiles = new ArrayList<>();
        for (int unit = 0; unit < shown && kernels[0].length == 1; unit++) {
            tiles.add(new KernelTile(kernels[unit * (kernels.length / units)][0]));
        }
        return tiles;
    }

    private static double[] flatten(double[][] kernel) {
        return Arrays.stream(kernel).flatMapToDouble(Arrays::stream).toArray();
    }
}
