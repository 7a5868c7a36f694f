package hyperlab.diagnosis;

import hyperlab.data.DataSet;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.ParameterVector;
import hyperlab.nn.WeightLayer;
import hyperlab.rule.Checks;
import java.util.List;

/**
 * Statistics of a network at one point of the training, layer by layer.
 *
 * @param loss mean loss over the given rows, with dropout off
 * @param layers from the first to the output layer
 */
public record NetworkReport(double loss, List<LayerReport> layers) {
    /** The default share of the largest slope below which a unit counts as saturated. */
    public static final double DEFAULT_SATURATION_THRESHOLD = 0.05;

    public NetworkReport {
        layers = List.copyOf(layers);
    }

    /**
     * Measures over all rows of {@code part}. On iris, digits and MNIST this cost as much as one to five epochs of
     * training on these rows; use {@link RowSampler#sample} to bound the cost.
     *
     * @param saturationThreshold share of the largest |f′| below which a unit is saturated, in (0, 1)
     */
    public static NetworkReport of(NetworkProbe probe, DataSet part, double saturationThreshold) {
        Checks.between("saturatedBelow", saturationThreshold, 0, 1);
        ParameterVector gradient = ParameterVector.zeros(probe.network());
        List<LayerReportBuilder> builders = probe.weightLayers().stream()
                .map(layer -> new LayerReportBuilder(probe.network(), layer, saturationThreshold))
                .toList();
        double loss = probe.visitLayers(
                part.features(),
                part.targets(),
                gradient,
                pass -> builders.get(pass.layer().index()).add(pass));
        return new NetworkReport(
                loss,
                builders.stream()
                        .map(builder -> builder.report(ParameterVector.values(probe.network()), gradient))
                        .toList());
    }

    /**
     * The update-to-weight ratio |Δw|/|w| of each layer, over the layer's weights without biases. About 1e-3 is common
     * (Karpathy, Stanford CS231n notes, "Ratio of weights:updates"). If the ratio is much lower, the layer hardly
     * learns; if it is much higher, the rate is too high. ∞ if the weights were all 0, NaN if they did not change
     * either.
     *
     * @param before a copy of the parameters before the step, {@link ParameterVector#values}; the network holds those
     *     after it
     * @return one ratio per layer, from the first to the output layer
     */
    public static double[] updateToWeightRatios(NetworkProbe probe, ParameterVector before) {
        return probe.weightLayers().stream()
                .mapToDouble(layer -> ratio(probe, layer, before))
                .toArray();
    }

    private static double ratio(NetworkProbe probe, WeightLayer layer, ParameterVector before) {
        double squaredUpdate = 0;
        double squaredNorm = 0;
        for (int block : layer.weights()) {
            double[] old = before.block(block);
            double[] now = probe.network().parameters().get(block).values();
            for (int i = 0; i < old.length; i++) {
                squaredUpdate += (now[i] - old[i]) * (now[i] - old[i]);
                squaredNorm += old[i] * old[i];
            }
        }
        return Math.sqrt(squaredUpdate) / Math.sqrt(squaredNorm);
    }
}
