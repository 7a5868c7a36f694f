package hyperlab.optim;

class AdaDeltaTest extends OptimizerContract {
    @Override
    Optimizer optimizer() {
        return AdaDelta.DEFAULT;
    }

    @Override
    String name() {
        return "adadelta";
    }

    @Override
    String trajectory() {
        return "adadelta";
    }

    @Override
    double[] threeStepsByHand() {
        // v = 0.1·4 = 0.4, 0.9·0.4 + 0.1·1 = 0.46, 0.9·0.46 + 0.1·0.25 = 0.439
        // u before each step = 0, 0.1·d₁², 0.9·0.1·d₁² + 0.1·d₂²
        double d1 = 2 * Math.sqrt(1e-6 / 0.400001);
        double d2 = -Math.sqrt((0.1 * d1 * d1 + 1e-6) / 0.460001);
        double d3 = 0.5 * Math.sqrt((0.09 * d1 * d1 + 0.1 * d2 * d2 + 1e-6) / 0.439001);
        double first = 1 - 0.1 * d1;
        double second = first - 0.1 * d2;
        double third = second - 0.1 * d3;
        return new double[] {first, second, third};
    }

    @Override
    double bowlRate() {
        return 1;
    }
}
