package hyperlab.map;

import hyperlab.data.DataSplit;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.diagnosis.Sharpness;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.optim.Sgd;
import hyperlab.random.RandomStream;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;

/** The curves over a map that are known in closed form, or follow from one number. */
public final class OverlayCurves {
    private static final int POINTS = 257;
    private static final String RATE = "training.learningRate";
    private static final String BATCH_SIZE = "training.batchSize";
    private static final String DESCENT_RATE = "learningRate";
    private static final String MOMENTUM = "optimizer.momentum";
    private static final String CURVATURE = "parameters.curvature";

    private OverlayCurves() {}

    /**
     * The boundaries between the regimes of a descent by the heavy ball, or by plain steps, on a parabola, for a map of
     * the rate and the momentum, or of the rate and the curvature.
     *
     * @return empty for other maps
     */
    public static List<OverlayCurve> ofQuadratic(MapSpecification map) {
        if (!(map.subject() instanceof MapSubject.OfDescent of)
                || !of.setup().function().equals("parabola")) {
            return List.of();
        }
        DescentSetup.Racer racer = of.setup().racers().get(0);
        if (!(racer.optimizer() instanceof Sgd sgd)
                || sgd.nesterov()
                || !racer.schedule().isConstant()) {
            return List.of();
        }
        double curvature = ObjectiveFunctions.of(
                        of.setup().function(), of.setup().parameters())
                .parameters()
                .getOrDefault("curvature", 1.0);
        if (isMapOf(map, DESCENT_RATE, MOMENTUM)) {
            return List.of(
                    rateCurve(map, OverlayCurve.Kind.DIVERGENCE, mu -> QuadraticMap.divergenceRate(mu, curvature)),
                    rateCurve(map, OverlayCurve.Kind.CRITICAL_DAMPING, mu -> QuadraticMap.criticalRate(mu, curvature)),
                    rateCurve(map, OverlayCurve.Kind.OVERSHOOT, mu -> QuadraticMap.overshootRate(mu, curvature)));
        }
        if (isMapOf(map, DESCENT_RATE, CURVATURE)) {
            double mu = sgd.momentum();
            List<OverlayCurve> curves = new ArrayList<>();
            curves.add(rateCurve(map, OverlayCurve.Kind.DIVERGENCE, c -> QuadraticMap.divergenceRate(mu, c)));
            curves.add(rateCurve(map, OverlayCurve.Kind.CRITICAL_DAMPING, c -> QuadraticMap.criticalRate(mu, c)));
            if (mu > 0) {
                curves.add(rateCurve(map, OverlayCurve.Kind.OVERSHOOT, c -> QuadraticMap.overshootRate(mu, c)));
            }
            return List.copyOf(curves);
        }
        return List.of();
    }

    /**
     * The lines of constant η/B, for a map of the learning rate and the batch size of a network.
     *
     * @param ratio η/B, &gt; 0
     * @return empty for other maps
     */
    public static Optional<OverlayCurve> constantRatio(MapSpecification map, double ratio) {
        if (!isMapOf(map, RATE, BATCH_SIZE)) {
            return Optional.empty();
        }
        OverlayCurve curve = rateCurve(map, OverlayCurve.Kind.CONSTANT_RATIO, batch -> ratio * batch);
        return Optional.of(new OverlayCurve(curve.kind(), ratio, curve.xs(), curve.ys()));
    }

    /**
     * The line η = 2/λ, for a map with the learning rate of a network on one axis.
     *
     * @param sharpness λ, &gt; 0
     * @return empty for other maps
     */
    public static Optional<OverlayCurve> twoOverSharpness(MapSpecification map, double sharpness) {
        boolean onX = map.x().key().equals(RATE);
        if (!onX && !map.y().key().equals(RATE)) {
            return Optional.empty();
        }
        double rate = 2 / sharpness;
        MapAxis other = onX ? map.y() : map.x();
        double[] others = positions(other);
        double[] rates = new double[others.length];
        Arrays.fill(rates, rate);
        return Optional.of(new OverlayCurve(
                OverlayCurve.Kind.TWO_OVER_SHARPNESS, rate, onX ? rates : others, onX ? others : rates));
    }

    /**
     * λ, the largest eigenvalue of the Hessian of the training loss at the initial weights of an experiment.
     *
     * @param cancelled checked often; true returns the current estimate
     * @throws hyperlab.rule.InvalidInputException as {@link TrainingRun}
     */
    public static Sharpness initialSharpness(Experiment experiment, DataSplit split, BooleanSupplier cancelled) {
        Network network = new TrainingRun(experiment, split, null).network();
        return Sharpness.of(
                new NetworkProbe(network),
                split.train(),
                experiment.training().penalty().l2(),
                Sharpness.randomStart(network, RandomStream.named(experiment.seed(), "sharpness")),
                Sharpness.TOLERANCE,
                Sharpness.MAX_PRODUCTS,
                cancelled);
    }

    private static boolean isMapOf(MapSpecification map, String rate, String other) {
        return (map.x().key().equals(rate) && map.y().key().equals(other))
                || (map.x().key().equals(other) && map.y().key().equals(rate));
    }

    /** The rate as a function of the other key. */
    private static OverlayCurve rateCurve(MapSpecification map, OverlayCurve.Kind kind, DoubleUnaryOperator rate) {
        boolean rateOnX = map.x().key().equals(RATE) || map.x().key().equals(DESCENT_RATE);
        double[] others = positions(rateOnX ? map.y() : map.x());
        double[] rates = new double[others.length];
        for (int i = 0; i < others.length; i++) {
            rates[i] = rate.applyAsDouble(others[i]);
        }
        return new OverlayCurve(kind, 0, rateOnX ? rates : others, rateOnX ? others : rates);
    }

    /** Values along an axis, evenly spaced on its scale. */
    private static double[] positions(MapAxis axis) {
        double[] values = new double[POINTS];
        double low = axis.low();
        double high = axis.high();
        for (int i = 0; i < POINTS; i++) {
            double unit = i / (POINTS - 1.0);
            values[i] = axis.isLogarithmic() ? low * Math.pow(high / low, unit) : low + unit * (high - low);
        }
        return values;
    }
}
