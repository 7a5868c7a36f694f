package hyperlab.optim;

class NAdamTest extends OptimizerContract {
    @Override
    Optimizer optimizer() {
        return NAdam.DEFAULT;
    }

    @Override
    String name() {
        return "nadam";
    }

    @Override
    String trajectory() {
        return "nadam";
    }

    @Override
    double[] threeStepsByHand() {
        // m = 0.2, 0.08, 0.122; v = 0.004, 0.004996, 0.005241004; 1 − β₂ᵗ = 0.001, 0.001999, 0.002997001
        double mu1 = 0.9 * (1 - 0.5 * Math.pow(0.96, 0.004));
        double mu2 = 0.9 * (1 - 0.5 * Math.pow(0.96, 0.008));
        double mu3 = 0.9 * (1 - 0.5 * Math.pow(0.96, 0.012));
        double mu4 = 0.9 * (1 - 0.5 * Math.pow(0.96, 0.016));
        double root1 = 2 + 1e-8;
        double root2 = Math.sqrt(0.004996 / 0.001999) + 1e-8;
        double root3 = Math.sqrt(0.005241004 / 0.002997001) + 1e-8;
        double first = 1 - 0.1 * (2 + mu2 / (1 - mu1 * mu2) * 0.2) / root1;
        double second = first - 0.1 * (-(1 - mu2) / (1 - mu1 * mu2) + mu3 / (1 - mu1 * mu2 * mu3) * 0.08) / root2;
        double third = second
                - 0.1 * ((1 - mu3) / (1 - mu1 * mu2 * mu3) * 0.5 + mu4 / (1 - mu1 * mu2 * mu3 * mu4) * 0.122) / root3;
        return new double[] {first, second, third};
    }
}
