package hyperlab.optim;

class AdamWTest extends OptimizerContract {
    @Override
    Optimizer optimizer() {
        return AdamW.DEFAULT;
    }

    @Override
    String name() {
        return "adamw";
    }

    @Override
    String trajectory() {
        return "adamw";
    }

    @Override
    double[] threeStepsByHand() {
        // The moments equal Adam's. Before each step, w shrinks by the factor 1 − 0.1·0.01.
        double first = 0.999 - 0.1 * 2 / (2 + 1e-8);
        double second = 0.999 * first - 0.1 * (0.08 / 0.19) / (Math.sqrt(0.004996 / 0.001999) + 1e-8);
        double third = 0.999 * second - 0.1 * (0.122 / 0.271) / (Math.sqrt(0.005241004 / 0.002997001) + 1e-8);
        return new double[] {first, second, third};
    }
}
