package hyperlab.optim;

class RmsPropOtherTest extends OptimizerContract {
    @Override
    Optimizer optimizer() {
        return new RmsProp(0.9, 1e-3);
    }

    @Override
    String name() {
        return "rmsprop";
    }

    @Override
    String trajectory() {
        return "rmspropOther";
    }

    @Override
    double[] threeStepsByHand() {
        // v = 0.1·4 = 0.4, 0.9·0.4 + 0.1·1 = 0.46, 0.9·0.46 + 0.1·0.25 = 0.439
        double first = 1 - 0.1 * 2 / (Math.sqrt(0.4) + 1e-3);
        double second = first + 0.1 * 1 / (Math.sqrt(0.46) + 1e-3);
        double third = second - 0.1 * 0.5 / (Math.sqrt(0.439) + 1e-3);
        return new double[] {first, second, third};
    }
}
