package hyperlab.optim;

import java.util.ArrayList;
import java.util.List;

/**
 * The penalties and optimizer states of one parameter array of many runs side by side: run k is lane k of each array.
 * Its steps have the numbers of {@link Penalty} and {@link OptimizerState}, bit for bit. The runs may differ in the
 * constants of their optimizers and penalties. Confined to one thread at a time.
 */
public final class LaneOptimizer {
    private final boolean isWeight;
    private final List<Optimizer> optimizers;
    private final List<Penalty> penalties;
    /** Whether all runs use gradient descent with the same formula; then the steps run along the lanes. */
    private final boolean sharesFormula;

    private final double[] momenta;
    private final double[] l1;
    private final double[] l2;
    /** parameters × lanes; empty without momentum. */
    private final double[][] velocities;
    /** One per lane if there is no shared formula. */
    private final List<OptimizerState> states = new ArrayList<>();

    private final double[] laneValues;
    private final double[] laneGradient;

    /**
     * @param optimizers one per run
     * @param penalties one per run
     * @param length number of parameters
     * @param isWeight whether the penalty applies
     */
    public LaneOptimizer(List<Optimizer> optimizers, List<Penalty> penalties, int length, boolean isWeight) {
        this.isWeight = isWeight;
        this.optimizers = new ArrayList<>(optimizers);
        this.penalties = new ArrayList<>(penalties);
        this.sharesFormula = optimizers.stream().allMatch(each -> each instanceof Sgd)
                && optimizers.stream().map(LaneOptimizer::formula).distinct().count() == 1
                && penalties.stream().map(LaneOptimizer::formula).distinct().count() == 1;
        int lanes = optimizers.size();
        momenta = optimizers.stream()
                .mapToDouble(each -> each instanceof Sgd sgd ? sgd.momentum() : 0)
                .toArray();
        l1 = penalties.stream().mapToDouble(Penalty::l1).toArray();
        l2 = penalties.stream().mapToDouble(Penalty::l2).toArray();
        velocities = new double[sharesFormula && momenta[0] != 0 ? length : 0][lanes];
        laneValues = new double[length];
        laneGradient = new double[length];
        if (!sharesFormula) {
            optimizers.forEach(each -> states.add(each.createState(length, isWeight)));
        }
    }

    /** Equal for optimizers whose steps have the same formula with other constants. */
    private static Object formula(Optimizer optimizer) {
        return optimizer instanceof Sgd sgd ? new Sgd(sgd.momentum() == 0 ? 0 : 0.5, sgd.nesterov()) : optimizer;
    }

    private static Penalty formula(Penalty penalty) {
        return new Penalty(Math.signum(penalty.l1()), Math.signum(penalty.l2()), penalty.method());
    }

    /** Replaces the run in lane {@code to} by that of lane {@code from}. */
    public void move(int from, int to) {
        optimizers.set(to, optimizers.get(from));
        penalties.set(to, penalties.get(from));
        momenta[to] = momenta[from];
        l1[to] = l1[from];
        l2[to] = l2[from];
        for (double[] velocity : velocities) {
            velocity[to] = velocity[from];
        }
        if (!sharesFormula) {
            states.set(to, states.get(from));
        }
    }

    /**
     * Performs one step of the first {@code lanes} runs.
     *
     * @param values parameters × lanes, updated in place
     * @param gradient parameters × lanes, without the penalty; overwritten
     * @param rates η of each run
     */
    public void step(double[][] values, double[][] gradient, double[] rates, int lanes) {
        if (!sharesFormula) {
            stepLaneByLane(values, gradient, rates, lanes);
            return;
        }
        Penalty penalty = penalties.get(0);
        boolean penalized = isWeight && !penalty.isNone();
        boolean nesterov = ((Sgd) optimizers.get(0)).nesterov();
        for (int i = 0; i < values.length; i++) {
            if (penalized && penalty.l1InGradient() != 0) {
                addBothGradients(values[i], gradient[i], l1, l2, lanes);
            } else if (penalized && penalty.l2() != 0) {
                addL2Gradient(values[i], gradient[i], l2, lanes);
            }
            if (velocities.length == 0) {
                plainStep(values[i], gradient[i], rates, lanes);
            } else if (nesterov) {
                nesterovStep(values[i], gradient[i], velocities[i], momenta, rates, lanes);
            } else {
                momentumStep(values[i], gradient[i], velocities[i], momenta, rates, lanes);
            }
            if (penalized && penalty.hasSoftThreshold()) {
                softThreshold(values[i], l1, rates, lanes);
            }
        }
    }

    private void stepLaneByLane(double[][] values, double[][] gradient, double[] rates, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            for (int i = 0; i < values.length; i++) {
                laneValues[i] = values[i][lane];
                laneGradient[i] = gradient[i][lane];
            }
            Penalty penalty = penalties.get(lane);
            if (isWeight) {
                penalty.addGradient(laneValues, laneGradient, laneValues.length);
            }
            states.get(lane).step(laneValues, laneGradient, rates[lane]);
            if (isWeight) {
                penalty.softThreshold(laneValues, rates[lane]);
            }
            for (int i = 0; i < values.length; i++) {
                values[i][lane] = laneValues[i];
            }
        }
    }

    private static void addBothGradients(double[] w, double[] g, double[] l1, double[] l2, int lanes) {
        for (int k = 0; k < lanes; k++) {
            g[k] += l1[k] * Math.signum(w[k]) + l2[k] * w[k];
        }
    }

    private static void addL2Gradient(double[] w, double[] g, double[] l2, int lanes) {
        for (int k = 0; k < lanes; k++) {
            g[k] += l2[k] * w[k];
        }
    }

    private static void softThreshold(double[] w, double[] l1, double[] rates, int lanes) {
        for (int k = 0; k < lanes; k++) {
            w[k] = Penalty.softThreshold(w[k], rates[k] * l1[k]);
        }
    }

    private static void plainStep(double[] w, double[] g, double[] rates, int lanes) {
        for (int k = 0; k < lanes; k++) {
            w[k] -= rates[k] * g[k];
        }
    }

    private static void momentumStep(
            double[] w, double[] g, double[] velocity, double[] momenta, double[] rates, int lanes) {
        for (int k = 0; k < lanes; k++) {
            double v = Underflow.flushToZero(momenta[k] * velocity[k] + g[k]);
            velocity[k] = v;
            w[k] -= rates[k] * v;
        }
    }

    private static void nesterovStep(
            double[] w, double[] g, double[] velocity, double[] momenta, double[] rates, int lanes) {
        for (int k = 0; k < lanes; k++) {
            double v = Underflow.flushToZero(momenta[k] * velocity[k] + g[k]);
            velocity[k] = v;
            w[k] -= rates[k] * (g[k] + momenta[k] * v);
        }
    }
}
