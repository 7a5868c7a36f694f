package hyperlab.playground;

import hyperlab.data.PredictionTask;
import hyperlab.nn.layer.LayerWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The original's network. It processes one sample at a time and adds up gradients until {@link #update}, with every sum
 * in the original's order. Not thread-safe.
 */
final class PlaygroundNetwork {
    private static final double INITIAL_BIAS = 0.1;

    private final int[] units;
    private final PlaygroundLayer[] layers;
    private final double[] inputs;
    private int gradientCount;

    /**
     * Draws each weight as {@code r − 0.5}, ordered by layer, unit and source; biases start at 0.1.
     *
     * @param top the activation of the output unit
     * @param zero whether all weights and biases start at 0; the random numbers are drawn anyway
     */
    private PlaygroundNetwork(
            int inputs,
            List<Integer> hidden,
            PlaygroundActivation activation,
            PlaygroundActivation top,
            boolean zero,
            SeedRandom random) {
        this.inputs = new double[inputs];
        this.units = new int[hidden.size() + 2];
        units[0] = inputs;
        for (int i = 0; i < hidden.size(); i++) {
            units[i + 1] = hidden.get(i);
        }
        units[units.length - 1] = 1;
        this.layers = new PlaygroundLayer[units.length - 1];
        for (int i = 0; i < layers.length; i++) {
            PlaygroundActivation layerActivation = i == layers.length - 1 ? top : activation;
            layers[i] = new PlaygroundLayer(units[i], units[i + 1], layerActivation, zero, random);
        }
    }

    /** Creates the network of a link with weights drawn from {@code random}. */
    static PlaygroundNetwork of(PlaygroundLink link, SeedRandom random) {
        return new PlaygroundNetwork(
                link.network().inputs().size(),
                link.network().hidden(),
                link.network().activation(),
                link.data().problem() == PredictionTask.CLASSIFICATION
                        ? PlaygroundActivation.TANH
                        : PlaygroundActivation.LINEAR,
                link.network().initZero(),
                random);
    }

    /** Computes the output for the sample whose features start at index {@code from}. */
    double output(double[] features, int from) {
        System.arraycopy(features, from, inputs, 0, inputs.length);
        double[] values = inputs;
        for (PlaygroundLayer layer : layers) {
            values = layer.forward(values);
        }
        return values[0];
    }

    /** Adds the gradient of ½(output − target)² for the sample of the last call to {@link #output}. */
    void backward(double target) {
        PlaygroundLayer top = layers[layers.length - 1];
        top.outputGradient[0] = top.outputs[0] - target;
        for (int i = layers.length - 1; i >= 0; i--) {
            layers[i].backward(i == 0 ? inputs : layers[i - 1].outputs, i == 0 ? null : layers[i - 1].outputGradient);
        }
        gradientCount++;
    }

    /** Updates weights and biases with the mean of the gradients since the last update; there must be at least one. */
    void update(double learningRate, PlaygroundRegularization regularization, double regularizationRate) {
        for (PlaygroundLayer layer : layers) {
            layer.update(gradientCount, learningRate, regularization, regularizationRate);
        }
        gradientCount = 0;
    }

    boolean isFinite() {
        for (PlaygroundLayer layer : layers) {
            for (double weight : layer.weights) {
                if (!Double.isFinite(weight)) {
                    return false;
                }
            }
            for (double bias : layer.bias) {
                if (!Double.isFinite(bias)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns copies of all weights (units × sources) and biases; a dead weight is 0. */
    List<LayerWeights> weights() {
        List<LayerWeights> all = new ArrayList<>();
        for (PlaygroundLayer layer : layers) {
            double[][] rows = new double[layer.bias.length][];
            for (int unit = 0; unit < rows.length; unit++) {
                rows[unit] = Arrays.copyOfRange(layer.weights, unit * layer.sources, (unit + 1) * layer.sources);
            }
            all.add(new LayerWeights.Dense(rows, layer.bias.clone()));
        }
        return List.copyOf(all);
    }

    /** Sets weights and biases from the result of {@link #weights()} of this network. */
    void load(List<LayerWeights> weights) {
        for (int i = 0; i < layers.length; i++) {
            PlaygroundLayer layer = layers[i];
            LayerWeights.Dense dense = (LayerWeights.Dense) weights.get(i);
            for (int unit = 0; unit < layer.bias.length; unit++) {
                System.arraycopy(dense.weights()[unit], 0, layer.weights, unit * layer.sources, layer.sources);
            }
            System.arraycopy(dense.bias(), 0, layer.bias, 0, layer.bias.length);
        }
    }

    /** The number of weights that L1 has set to 0 permanently. */
    int deadWeightCount() {
        int count = 0;
        for (PlaygroundLayer layer : layers) {
            for (boolean dead : layer.dead) {
                count += dead ? 1 : 0;
            }
        }
        return count;
    }

    /** One layer. Weights are units × sources, row by row. */
    private static final class PlaygroundLayer {
        private final int sources;
        private final PlaygroundActivation activation;
        private final double[] weights;
        private final boolean[] dead;
        private final double[] bias;
        private final double[] weightSums;
        private final double[] biasSums;
        private final double[] totals;
        private final double[] outputs;
        private final double[] outputGradient;
        private final double[] totalGradient;

        PlaygroundLayer(int sources, int units, PlaygroundActivation activation, boolean zero, SeedRandom random) {
            this.sources = sources;
            this.activation = activation;
            this.weights = new double[units * sources];
            this.dead = new boolean[units * sources];
            this.bias = new double[units];
            this.weightSums = new double[units * sources];
            this.biasSums = new double[units];
            this.totals = new double[units];
            this.outputs = new double[units];
            this.outputGradient = new double[units];
            this.totalGradient = new double[units];
            for (int k = 0; k < weights.length; k++) {
                double drawn = random.next() - 0.5;
                weights[k] = zero ? 0 : drawn;
            }
            Arrays.fill(bias, zero ? 0 : INITIAL_BIAS);
        }

        double[] forward(double[] values) {
            for (int unit = 0; unit < bias.length; unit++) {
                double total = bias[unit];
                int row = unit * sources;
                for (int source = 0; source < sources; source++) {
                    total += weights[row + source] * values[source];
                }
                totals[unit] = total;
                outputs[unit] = activation.value(total);
            }
            return outputs;
        }

        void backward(double[] values, double @Nullable [] valueGradient) {
            for (int unit = 0; unit < bias.length; unit++) {
                double gradient = outputGradient[unit] * activation.derivative(totals[unit], outputs[unit]);
                totalGradient[unit] = gradient;
                biasSums[unit] += gradient;
                int row = unit * sources;
                for (int source = 0; source < sources; source++) {
                    weightSums[row + source] += gradient * values[source];
                }
            }
            if (valueGradient != null) {
                for (int source = 0; source < sources; source++) {
                    double sum = 0;
                    for (int unit = 0; unit < bias.length; unit++) {
                        sum += weights[unit * sources + source] * totalGradient[unit];
                    }
                    valueGradient[source] = sum;
                }
            }
        }

        void update(int count, double rate, PlaygroundRegularization regularization, double regularizationRate) {
            for (int unit = 0; unit < bias.length; unit++) {
                bias[unit] -= rate * biasSums[unit] / count;
                biasSums[unit] = 0;
            }
            double gradientStep = rate / count;
            double penaltyStep = rate * regularizationRate;
            boolean setsDead = regularization == PlaygroundRegularization.L1;
            for (int k = 0; k < weights.length; k++) {
                if (!dead[k]) {
                    double moved = weights[k] - gradientStep * weightSums[k];
                    double penalized = moved - penaltyStep * regularization.derivative(weights[k]);
                    dead[k] = setsDead && moved * penalized < 0;
                    weights[k] = dead[k] ? 0 : penalized;
                }
                weightSums[k] = 0;
            }
        }
    }
}
