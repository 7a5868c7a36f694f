package hyperlab.map;

import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;

/**
 * The network whose boundary of trainability is fractal (Sohl-Dickstein 2024, "The boundary of neural network
 * trainability is fractal", arXiv 2402.06184): one hidden layer of tanh units, no biases, mean-field scaling, n inputs
 * and n hidden units,
 *
 * <p>{@code f(x) = v·tanh(Wx/√n)/n},
 *
 * <p>with the loss {@code mean (f(x) − t)²} over the samples, trained by full-batch gradient descent with one learning
 * rate for W and one for v. All weights, inputs and targets are drawn from a normal distribution with mean 0 and
 * variance 1, from the random streams {@code weights} and {@code data} of the seed.
 *
 * @param width n, the number of inputs and of hidden units, 1 … {@value #MAX_WIDTH}
 * @param samples 1 … {@value #MAX_SAMPLES}
 * @param steps number of steps, 1 … {@value #MAX_STEPS}
 * @param layerRates the learning rates of W and of v, each finite and &gt; 0
 * @param seed of the weights and the samples
 */
public record MeanFieldNetwork(int width, int samples, int steps, List<Double> layerRates, long seed) {
    public static final int MAX_WIDTH = 64;
    public static final int MAX_SAMPLES = 256;
    public static final int MAX_STEPS = 100_000;
    public static final MeanFieldNetwork DEFAULT = new MeanFieldNetwork(16, 16, 500, List.of(1.0, 1.0), 1);

    public MeanFieldNetwork {
        Checks.wholeWithin("width", width, 1, MAX_WIDTH);
        Checks.wholeWithin("samples", samples, 1, MAX_SAMPLES);
        Checks.wholeWithin("steps", steps, 1, MAX_STEPS);
        layerRates = List.copyOf(layerRates);
        if (layerRates.size() != 2) {
            throw new InvalidInputException("layerRates", Rule.LAYER_RATES, 2, layerRates.size());
        }
        layerRates.forEach(rate -> Checks.positive("layerRates", rate));
    }

    public MeanFieldNetwork withLayerRates(List<Double> newRates) {
        return new MeanFieldNetwork(width, samples, steps, newRates, seed);
    }

    public MeanFieldNetwork withSteps(int newSteps) {
        return new MeanFieldNetwork(width, samples, newSteps, layerRates, seed);
    }

    public MeanFieldNetwork withSeed(long newSeed) {
        return new MeanFieldNetwork(width, samples, steps, layerRates, newSeed);
    }
}
