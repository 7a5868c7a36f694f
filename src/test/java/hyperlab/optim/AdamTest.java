package hyperlab.optim;

class AdamTest extends OptimizerContract {
    @Override
    Optimizer optimizer() {
        return Adam.DEFAULT;
    }

    @Override
    String name() {
        return "adam";
    }

    @Override
    String trajectory() {
        return "adam";
    }

    @Override
    double[] threeStepsByHand() {
        // m = 0.2, 0.08, 0.122; v = 0.004, 0.004996, 0.005241004
        // 1 − β₁ᵗ = 0.1, 0.19, 0.271; 1 − β₂ᵗ = 0.001, 0.001999, 0.002997001
        double first = 1 - 0.1 * 2 / (2 + 1e-8);
        double second = first - 0.1 * (0.08 / 0.19) / (Math.sqrt(0.004996 / 0.001999) + 1e-8);
        double third = second - 0.1 * (0.122 / 0.271) / (Math.sqrt(0.005241004 / 0.002997001) + 1e-8);
        return new double[] {first, second, third};
    }
}
