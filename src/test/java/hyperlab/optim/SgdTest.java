package hyperlab.optim;

class SgdTest extends OptimizerContract {
    @Override
    Optimizer optimizer() {
        return Sgd.DEFAULT;
    }

    @Override
    String name() {
        return "sgd";
    }

    @Override
    String trajectory() {
        return "sgd";
    }

    @Override
    double[] threeStepsByHand() {
        // 1 − 0.1·2, then + 0.1·1, then − 0.1·0.5
        return new double[] {0.8, 0.9, 0.85};
    }
}
