package hyperlab.diagnosis;

import hyperlab.data.DataSet;
import hyperlab.nn.Loss;

/**
 * The loss of the best constant prediction, which ignores the features. A network whose loss stays at this value has
 * learned nothing from the features.
 */
public final class BaselineLoss {
    private BaselineLoss() {}

    /**
     * The prediction is the mean target for regression with squared error; for classification with either loss it is
     * the class frequencies.
     *
     * @param fitted data that the mean or the class frequencies come from
     * @param evaluated data over which the mean loss is computed; ∞ under cross-entropy if it has a class that
     *     {@code fitted} lacks
     */
    public static double of(DataSet fitted, DataSet evaluated, Loss loss) {
        int outputs = fitted.outputs();
        double[] prediction = new double[outputs];
        for (double target : fitted.targets()) {
            prediction[outputs == 1 ? 0 : (int) target] += (outputs == 1 ? target : 1) / fitted.samples();
        }
        double sum = 0;
        for (double target : evaluated.targets()) {
            sum += loss == Loss.CROSS_ENTROPY
                    ? -Math.log(prediction[(int) target])
                    : halfSquaredError(prediction, target);
        }
        return sum / evaluated.samples();
    }

    private static double halfSquaredError(double[] prediction, double target) {
        double squares = 0;
        for (int output = 0; output < prediction.length; output++) {
            double expected = prediction.length == 1 ? target : output == (int) target ? 1 : 0;
            squares += (prediction[output] - expected) * (prediction[output] - expected);
        }
        return squares / 2;
    }
}
