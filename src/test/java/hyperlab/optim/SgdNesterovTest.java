package hyperlab.optim;

class SgdNesterovTest extends OptimizerContract {
    @Override
    Optimizer optimizer() {
        return new Sgd(0.9, true);
    }

    @Override
    String name() {
        return "sgd";
    }

    @Override
    String trajectory() {
        return "nesterov";
    }

    @Override
    double[] threeStepsByHand() {
        // g + 0.9v with v = 2, 0.8, 1.22: 3.8, −0.28, 1.598
        return new double[] {0.62, 0.648, 0.4882};
    }
}
