package hyperlab.optim;

import hyperlab.rule.Component;
import java.util.List;

/**
 * The settings of an optimizer. Formulas and defaults are those of torch.optim 2.x where it has the optimizer. The
 * values that change from step to step are in the {@link OptimizerState} that {@link #createState} creates, one for
 * each parameter array.
 *
 * <p>An optimizer describes itself: its constants, its update rule and its formulas. What it is in another language or
 * program is up to a {@link Visitor}.
 */
public sealed interface Optimizer extends Component<Optimizer>
        permits Sgd, AdaGrad, RmsProp, AdaDelta, Adam, NAdam, AdamW, Lion {
    /** All optimizers with their default constants, in the order used in files. */
    static List<Optimizer> all() {
        return List.of(
                Sgd.DEFAULT,
                AdaGrad.DEFAULT,
                RmsProp.DEFAULT,
                AdaDelta.DEFAULT,
                Adam.DEFAULT,
                NAdam.DEFAULT,
                AdamW.DEFAULT,
                Lion.DEFAULT);
    }

    /**
     * The optimizer with this name, with its default constants.
     *
     * @throws IllegalArgumentException if there is no such optimizer
     */
    static Optimizer byName(String name) {
        return Component.named(name, all());
    }

    /**
     * Creates the initial state for a parameter array of {@code length} numbers.
     *
     * @param appliesWeightDecay whether the optimizer's own weight decay applies to the array: true for weights, false
     *     for biases and PReLU slopes
     */
    OptimizerState createState(int length, boolean appliesWeightDecay);

    /**
     * Creates the initial state for an array that is itself the variable being minimized, as in gradient descent on a
     * function. As in torch, weight decay applies to it.
     */
    default OptimizerState createState(int length) {
        return createState(length, true);
    }

    /** What the terms of a step are. */
    UpdateRule updateRule();

    /** A learning rate at which a descent makes good progress on most functions. */
    RelativeRate typicalRate();

    /**
     * The length of the first step along a coordinate as a multiple of η, neglecting ε next to the gradient. NaN if it
     * depends on the gradient.
     */
    double firstStepFactor();

    /** The update of a weight w with gradient g in LaTeX, in short. */
    String updateFormula();

    /** The change from x_k to x_{k+1} in LaTeX, with definitions, composed of {@code terms}. */
    String stepFormula(FormulaTerms terms);

    <R> R accept(Visitor<R> visitor);

    /**
     * One result for each optimizer.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        R visit(Sgd sgd);

        R visit(AdaGrad adaGrad);

        R visit(RmsProp rmsProp);

        R visit(AdaDelta adaDelta);

        R visit(Adam adam);

        R visit(NAdam nadam);

        R visit(AdamW adamW);

        R visit(Lion lion);
    }
}
