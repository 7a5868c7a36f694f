package hyperlab.descent;

import hyperlab.optim.Optimizer;
import hyperlab.optim.OptimizerState;
import hyperlab.optim.Sgd;
import hyperlab.random.RandomStream;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;

/** Runs an optimizer on an {@link ObjectiveFunction} and records its path. */
public final class GradientDescent {
    private static final String NOISE_STREAM = "noise";

    private GradientDescent() {}

    /**
     * Runs a whole descent.
     *
     * @throws InvalidInputException if the number of start coordinates differs from the number of variables of the
     *     function
     */
    public static DescentPath run(ObjectiveFunction objective, DescentRunSettings settings) {
        int dimensions = objective.dimensions();
        if (settings.start().size() != dimensions) {
            String expectedCount = dimensions == 1 ? "one number" : dimensions + " numbers";
            throw new InvalidInputException(
                    "start", Rule.COORDINATE_COUNT, expectedCount, objective.name(), settings.start());
        }
        double[] point =
                settings.start().stream().mapToDouble(Double::doubleValue).toArray();
        OptimizerState state = settings.optimizer().createState(dimensions);
        DescentUpdate update = createUpdate(settings.optimizer(), state);
        RandomStream noiseStream = RandomStream.named(settings.noise().seed(), NOISE_STREAM);
        double deviation =
                settings.noise().deviation() / Math.sqrt(settings.noise().batchSize());
        DescentPath path = new DescentPath(dimensions, settings.steps() + 1);
        for (int step = 0; step <= settings.steps(); step++) {
            double value = objective.value(point);
            double[] gradient = objective.gradient(point);
            if (deviation > 0) {
                for (int i = 0; i < dimensions; i++) {
                    gradient[i] += deviation * noiseStream.nextGaussian();
                }
            }
            double rate = settings.rateAt(step);
            if (!Double.isFinite(value) || !allFinite(point) || !allFinite(gradient) || !Double.isFinite(rate)) {
                path.markDiverged();
                break;
            }
            path.add(point, value, gradient, rate, state);
            update.step(point, gradient, rate);
        }
        return path;
    }

    /** Like {@link hyperlab.optim.OptimizerState#step}. */
    private interface DescentUpdate {
        void step(double[] parameters, double[] gradient, double learningRate);
    }

    /**
     * A plain SGD step uses a fused multiply-add, which rounds only once. Near η = 1/c, where x and ηf′(x) nearly
     * cancel, this keeps the significant digits.
     */
    private static DescentUpdate createUpdate(Optimizer optimizer, OptimizerState state) {
        if (optimizer instanceof Sgd sgd && sgd.momentum() == 0) {
            return (parameters, gradient, learningRate) -> {
                for (int i = 0; i < parameters.length; i++) {
                    parameters[i] = Math.fma(-learningRate, gradient[i], parameters[i]);
                }
            };
        }
        return state::step;
    }

    private static boolean allFinite(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }
}
