package hyperlab.optim;

class AdaDeltaOtherTest extends OptimizerContract {
    @Override
    Optimizer optimizer() {
        return new AdaDelta(0.5, 0.01);
    }

    @Override
    String name() {
        return "adadelta";
    }

    @Override
    String trajectory() {
        return "adadeltaOther";
    }

    @Override
    double[] threeStepsByHand() {
        // v = 2, 0.5·2 + 0.5·1 = 1.5, 0.5·1.5 + 0.5·0.25 = 0.875
        // d₁² = 4·0.01/2.01, u = ½d₁²; d₂² = (u + 0.01)/1.51, u = ¼d₁² + ½d₂²
        double d1 = 0.2 / Math.sqrt(2.01);
        double d2 = -Math.sqrt((0.02 / 2.01 + 0.01) / 1.51);
        double d3 = 0.5 * Math.sqrt((0.01 / 2.01 + d2 * d2 / 2 + 0.01) / 0.885);
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
