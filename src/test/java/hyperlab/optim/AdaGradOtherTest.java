package hyperlab.optim;

class AdaGradOtherTest extends OptimizerContract {
    @Override
    Optimizer optimizer() {
        return new AdaGrad(0.01);
    }

    @Override
    String name() {
        return "adagrad";
    }

    @Override
    String trajectory() {
        return "adagradOther";
    }

    @Override
    double[] threeStepsByHand() {
        // s = 4, 5, 5.25, independent of ε
        double first = 1 - 0.1 * 2 / 2.01;
        double second = first + 0.1 * 1 / (Math.sqrt(5) + 0.01);
        double third = second - 0.1 * 0.5 / (Math.sqrt(5.25) + 0.01);
        return new double[] {first, second, third};
    }

    @Override
    double bowlRate() {
        return 0.1;
    }
}
