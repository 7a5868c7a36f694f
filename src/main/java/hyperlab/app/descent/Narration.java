package hyperlab.app.descent;

import hyperlab.optim.AdaDelta;
import hyperlab.optim.AdaGrad;
import hyperlab.optim.Adam;
import hyperlab.optim.AdamW;
import hyperlab.optim.NAdam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Sgd;

/**
 * One step of one racer, in the numbers of its path: {@code move = −rate × direction} and {@code newX = x + move}.
 *
 * @param step the number of steps taken before
 * @param direction what the rate is multiplied by: the gradient itself, a velocity, or a gradient brought to scale
 */
public record Narration(
        Kind kind,
        int step,
        double gradient,
        double direction,
        double rate,
        double move,
        double x,
        double newX,
        double value,
        double newValue) {
    /** What the rate is multiplied by. */
    public enum Kind {
        GRADIENT,
        VELOCITY,
        NESTEROV,
        ADAGRAD,
        RMSPROP,
        ADADELTA,
        ADAM,
        NADAM,
        ADAMW;

        static Kind of(Optimizer optimizer) {
            if (optimizer instanceof AdaGrad) {
                return ADAGRAD;
            } else if (optimizer instanceof RmsProp) {
                return RMSPROP;
            } else if (optimizer instanceof AdaDelta) {
                return ADADELTA;
            } else if (optimizer instanceof Adam) {
                return ADAM;
            } else if (optimizer instanceof NAdam) {
                return NADAM;
            } else if (optimizer instanceof AdamW) {
                return ADAMW;
            }
            Sgd sgd = (Sgd) optimizer;
            if (sgd.momentum() == 0) {
                return GRADIENT;
            }
            return sgd.nesterov() ? NESTEROV : VELOCITY;
        }
    }
}
