package hyperlab.optim;

class RmsPropTest extends OptimizerContract {
    @Override
    Optimizer optimizer() {
        return RmsProp.DEFAULT;
    }

    @Override
    String name() {
        return "rmsprop";
    }

    @Override
    String trajectory() {
        return "rmsprop";
    }

    @Override
    double[] threeStepsByHand() {
        // v = 0.01·4 = 0.04, 0.99·0.04 + 0.01·1 = 0.0496, 0.99·0.0496 + 0.01·0.25 = 0.051604
        double first = 1 - 0.1 * 2 / (0.2 + 1e-8);
        double second = first + 0.1 * 1 / (Math.sqrt(0.0496) + 1e-8);
        double third = second - 0.1 * 0.5 / (Math.sqrt(0.051604) + 1e-8);
        return new double[] {first, second, third};
    }
}
