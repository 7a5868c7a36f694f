package hyperlab.diagnosis;

import hyperlab.nn.Activation;
import hyperlab.nn.LayerPass;
import hyperlab.nn.Network;
import hyperlab.nn.ParameterVector;
import hyperlab.nn.WeightLayer;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Accumulates one layer's report from its passes. */
final class LayerTally {
    /** No activation is steeper beyond ±10 than within, so sampling this range finds the largest slope of each. */
    private static final double REACH = 10;

    private static final int PLACES = 2001;

    private final WeightLayer layer;
    private final Activation activation;
    private final double saturatedBelow;
    private final Tally outputs = new Tally();
    private final Tally sumGradients = new Tally();
    private final long[] passing;
    private final long[] negative;
    private final long[] saturated;
    private long seen;
    private boolean active;

    LayerTally(Network network, WeightLayer layer, double share) {
        this.layer = layer;
        this.activation = learned(network, layer);
        this.saturatedBelow = share * steepest(activation);
        int pieces = activation instanceof Activation.Maxout maxout ? maxout.pieces() : 1;
        this.passing = new long[layer.units() * pieces];
        this.negative = new long[passing.length];
        this.saturated = new long[passing.length];
    }

    /** The activation with the parameter learned in this layer, which is PReLU's slope. */
    private static Activation learned(Network network, WeightLayer layer) {
        if (network.shape().activation() instanceof Activation.Prelu prelu) {
            int last = layer.parameters().get(layer.parameters().size() - 1);
            boolean top = layer.kind() == WeightLayer.LayerKind.OUTPUT;
            return top
                    ? prelu
                    : new Activation.Prelu(network.parameters().get(last).values()[0]);
        }
        return network.shape().activation();
    }

    private static double steepest(Activation activation) {
        double steepest = 0;
        for (int i = 0; i < PLACES; i++) {
            double x = -REACH + 2 * REACH * i / (PLACES - 1);
            steepest = Math.max(steepest, Math.abs(activation.derivative(x)));
        }
        return steepest;
    }

    void add(LayerPass pass) {
        outputs.add(pass.outputs().data, pass.outputs().getNumElements());
        sumGradients.add(pass.sumGradients().data, pass.sumGradients().getNumElements());
        DMatrixRMaj slopes = pass.slopes();
        if (slopes != null) {
            addSlopes(pass.sums(), slopes);
        } else if (layer.kind() != WeightLayer.LayerKind.OUTPUT && activation instanceof Activation.Maxout maxout) {
            addWinners(pass.sums(), maxout.pieces());
        }
    }

    private void addSlopes(DMatrixRMaj sums, DMatrixRMaj slopes) {
        active = true;
        int places = sums.numCols / layer.units();
        seen += (long) sums.numRows * places;
        int length = sums.getNumElements();
        for (int i = 0; i < length; i++) {
            int unit = i % sums.numCols / places;
            double slope = Math.abs(slopes.data[i]);
            passing[unit] += slope != 0 ? 1 : 0;
            negative[unit] += sums.data[i] <= 0 ? 1 : 0;
            saturated[unit] += slope < saturatedBelow ? 1 : 0;
        }
    }

    /**
     * Piece p of unit u owns the sums u·pieces + p, each at all positions of its map; a tie goes to the lowest piece.
     */
    private void addWinners(DMatrixRMaj sums, int pieces) {
        active = true;
        int places = sums.numCols / (layer.units() * pieces);
        seen += (long) sums.numRows * places;
        for (int row = 0; row < sums.numRows; row++) {
            for (int unit = 0; unit < layer.units(); unit++) {
                for (int place = 0; place < places; place++) {
                    int first = row * sums.numCols + unit * pieces * places + place;
                    int winner = 0;
                    for (int piece = 1; piece < pieces; piece++) {
                        winner =
                                sums.data[first + piece * places] > sums.data[first + winner * places] ? piece : winner;
                    }
                    passing[unit * pieces + winner]++;
                }
            }
        }
    }

    LayerReport report(ParameterVector values, ParameterVector gradient) {
        return new LayerReport(
                layer,
                weights(values),
                weights(gradient),
                outputs.distribution(),
                sumGradients.distribution(),
                activity());
    }

    private Distribution weights(ParameterVector vector) {
        Tally tally = new Tally();
        for (int block : layer.weights()) {
            tally.add(vector.block(block), vector.block(block).length);
        }
        return tally.distribution();
    }

    private @Nullable UnitActivity activity() {
        if (!active) {
            return null;
        }
        boolean maxout = activation instanceof Activation.Maxout;
        return new UnitActivity(
                shares(passing), maxout ? none() : shares(negative), maxout ? none() : shares(saturated));
    }

    private double[] shares(long[] counts) {
        return Arrays.stream(counts).mapToDouble(count -> count / (double) seen).toArray();
    }

    private double[] none() {
        double[] none = new double[passing.length];
        Arrays.fill(none, Double.NaN);
        return none;
    }
}
