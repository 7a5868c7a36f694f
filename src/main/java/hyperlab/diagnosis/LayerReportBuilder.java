package hyperlab.diagnosis;

import hyperlab.nn.Activation;
import hyperlab.nn.LayerPass;
import hyperlab.nn.MaxoutPieces;
import hyperlab.nn.Network;
import hyperlab.nn.ParameterVector;
import hyperlab.nn.WeightLayer;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Accumulates one layer's report from its passes. */
final class LayerReportBuilder {
    /** No activation is steeper beyond ±10 than within, so sampling this range finds the largest slope of each. */
    private static final double SAMPLE_RANGE = 10;

    private static final int SAMPLE_COUNT = 2001;

    private final WeightLayer layer;
    private final Activation activation;
    private final double saturationThreshold;
    private final StreamingHistogram outputs = new StreamingHistogram();
    private final StreamingHistogram sumGradients = new StreamingHistogram();
    private final long[] activeCounts;
    private final long[] negativeCounts;
    private final long[] saturatedCounts;
    private long samples;
    private boolean hasActivity;

    LayerReportBuilder(Network network, WeightLayer layer, double share) {
        this.layer = layer;
        this.activation = withLearnedSlope(network, layer);
        this.saturationThreshold = share * maxSlope(activation);
        int pieces = activation.pieces();
        this.activeCounts = new long[layer.units() * pieces];
        this.negativeCounts = new long[activeCounts.length];
        this.saturatedCounts = new long[activeCounts.length];
    }

    /** The activation with the parameter learned in this layer, which is PReLU's slope. */
    private static Activation withLearnedSlope(Network network, WeightLayer layer) {
        if (network.shape().activation() instanceof Activation.Prelu prelu) {
            int last = layer.parameters().get(layer.parameters().size() - 1);
            boolean top = layer.kind() == WeightLayer.LayerKind.OUTPUT;
            return top
                    ? prelu
                    : new Activation.Prelu(network.parameters().get(last).values()[0]);
        }
        return network.shape().activation();
    }

    private static double maxSlope(Activation activation) {
        double maxSlope = 0;
        for (int i = 0; i < SAMPLE_COUNT; i++) {
            double x = -SAMPLE_RANGE + 2 * SAMPLE_RANGE * i / (SAMPLE_COUNT - 1);
            maxSlope = Math.max(maxSlope, Math.abs(activation.derivative(x)));
        }
        return maxSlope;
    }

    void add(LayerPass pass) {
        outputs.add(pass.outputs().data, pass.outputs().getNumElements());
        sumGradients.add(pass.sumGradients().data, pass.sumGradients().getNumElements());
        DMatrixRMaj slopes = pass.slopes();
        if (slopes != null) {
            addSlopes(pass.sums(), slopes);
        } else if (layer.kind() != WeightLayer.LayerKind.OUTPUT && activation instanceof Activation.Maxout maxout) {
            addMaxoutWinners(pass.sums(), maxout.pieces());
        }
    }

    private void addSlopes(DMatrixRMaj sums, DMatrixRMaj slopes) {
        hasActivity = true;
        int positions = sums.numCols / layer.units();
        samples += (long) sums.numRows * positions;
        int length = sums.getNumElements();
        for (int i = 0; i < length; i++) {
            int unit = i % sums.numCols / positions;
            double slope = Math.abs(slopes.data[i]);
            activeCounts[unit] += slope != 0 ? 1 : 0;
            negativeCounts[unit] += sums.data[i] <= 0 ? 1 : 0;
            saturatedCounts[unit] += slope < saturationThreshold ? 1 : 0;
        }
    }

    private void addMaxoutWinners(DMatrixRMaj sums, int pieces) {
        hasActivity = true;
        int positions = sums.numCols / (layer.units() * pieces);
        samples += (long) sums.numRows * positions;
        MaxoutPieces.forEachWinner(sums, layer.units(), pieces, piece -> activeCounts[piece]++);
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
        StreamingHistogram histogram = new StreamingHistogram();
        for (int block : layer.weights()) {
            histogram.add(vector.block(block), vector.block(block).length);
        }
        return histogram.distribution();
    }

    private @Nullable UnitActivity activity() {
        if (!hasActivity) {
            return null;
        }
        boolean maxout = activation instanceof Activation.Maxout;
        return new UnitActivity(
                shares(activeCounts),
                maxout ? nanArray() : shares(negativeCounts),
                maxout ? nanArray() : shares(saturatedCounts));
    }

    private double[] shares(long[] counts) {
        return Arrays.stream(counts)
                .mapToDouble(count -> count / (double) samples)
                .toArray();
    }

    private double[] nanArray() {
        double[] nans = new double[activeCounts.length];
        Arrays.fill(nans, Double.NaN);
        return nans;
    }
}
