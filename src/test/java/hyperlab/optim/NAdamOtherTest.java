package hyperlab.optim;

class NAdamOtherTest extends OptimizerContract {
    @Override
    Optimizer optimizer() {
        return new NAdam(0.8, 0.95, 1e-3, 0);
    }

    @Override
    String name() {
        return "nadam";
    }

    @Override
    String trajectory() {
        return "nadamOther";
    }

    @Override
    double[] threeStepsByHand() {
        // μ = 0.8·½ = 0.4 in every step, Π = 0.4, 0.16, 0.064, 0.0256; m = 0.4, 0.12, 0.196; v = 0.2, 0.24, 0.2405; 1 −
        // β₂ᵗ = 0.05, 0.0975, 0.142625
        double first = 1 - 0.1 * (2 + 0.4 / 0.84 * 0.4) / (2 + 1e-3);
        double second = first - 0.1 * (-0.6 / 0.84 + 0.4 / 0.936 * 0.12) / (Math.sqrt(0.24 / 0.0975) + 1e-3);
        double third =
                second - 0.1 * (0.6 / 0.936 * 0.5 + 0.4 / 0.9744 * 0.196) / (Math.sqrt(0.2405 / 0.142625) + 1e-3);
        return new double[] {first, second, third};
    }
}
