package hyperlab.optim;

class AdaGradTest extends OptimizerContract {
    @Override
    Optimizer optimizer() {
        return AdaGrad.DEFAULT;
    }

    @Override
    String name() {
        return "adagrad";
    }

    @Override
    String trajectory() {
        return "adagrad";
    }

    @Override
    double[] threeStepsByHand() {
        // s = 4, 4 + 1 = 5, 5 + 0.25 = 5.25
        double first = 1 - 0.1 * 2 / (2 + 1e-10);
        double second = first + 0.1 * 1 / (Math.sqrt(5) + 1e-10);
        double third = second - 0.1 * 0.5 / (Math.sqrt(5.25) + 1e-10);
        return new double[] {first, second, third};
    }

    @Override
    double bowlRate() {
        return 0.1;
    }
}
