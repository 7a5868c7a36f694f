package hyperlab.optim;

class AdamOtherTest extends OptimizerContract {
    @Override
    Optimizer optimizer() {
        return new Adam(0.8, 0.95, 1e-3);
    }

    @Override
    String name() {
        return "adam";
    }

    @Override
    String trajectory() {
        return "adamOther";
    }

    @Override
    double[] threeStepsByHand() {
        // m = 0.4, 0.12, 0.196; v = 0.2, 0.24, 0.2405
        // 1 − β₁ᵗ = 0.2, 0.36, 0.488; 1 − β₂ᵗ = 0.05, 0.0975, 0.142625
        double first = 1 - 0.1 * 2 / (2 + 1e-3);
        double second = first - 0.1 * (0.12 / 0.36) / (Math.sqrt(0.24 / 0.0975) + 1e-3);
        double third = second - 0.1 * (0.196 / 0.488) / (Math.sqrt(0.2405 / 0.142625) + 1e-3);
        return new double[] {first, second, third};
    }
}
