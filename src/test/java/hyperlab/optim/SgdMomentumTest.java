package hyperlab.optim;

class SgdMomentumTest extends OptimizerContract {
    @Override
    Optimizer optimizer() {
        return new Sgd(0.9, false);
    }

    @Override
    String name() {
        return "sgd";
    }

    @Override
    String trajectory() {
        return "momentum";
    }

    @Override
    double[] threeStepsByHand() {
        // v = 2, 0.9·2 − 1 = 0.8, 0.9·0.8 + 0.5 = 1.22
        return new double[] {0.8, 0.72, 0.598};
    }
}
