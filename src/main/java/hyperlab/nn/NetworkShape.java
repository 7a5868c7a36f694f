package hyperlab.nn;

import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;
import java.util.List;

/**
 * What a network is made of, before any number is drawn.
 *
 * @param inputs features of a sample, ≥ 1
 * @param hidden units of each hidden layer, each ≥ 1
 * @param outputs ≥ 1; two or more are classes, whose targets are class numbers, and one is a number
 * @param activation after each hidden layer
 * @param dropout probability in [0, 1) that a unit is dropped after each hidden layer's activation, in training only
 * @param loss cross-entropy goes over a softmax and asks for two outputs; squared error over the linear outputs
 */
public record NetworkShape(
        int inputs, List<Integer> hidden, int outputs, Activation activation, double dropout, Loss loss) {
    public NetworkShape {
        hidden = List.copyOf(hidden);
        Rules.atLeast("inputs", inputs, 1);
        Rules.atLeast("outputs", outputs, 1);
        for (int units : hidden) {
            Rules.atLeast("hidden", units, 1);
        }
        Rules.atLeastBelow("dropout", dropout, 0, 1);
        if (loss == Loss.CROSS_ENTROPY && outputs == 1) {
            throw new Refusal("loss", "squaredError where a number is predicted", loss.fileName());
        }
    }

    public NetworkShape withDropout(double newDropout) {
        return new NetworkShape(inputs, hidden, outputs, activation, newDropout, loss);
    }
}
