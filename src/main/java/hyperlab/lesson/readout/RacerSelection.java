package hyperlab.lesson.readout;

import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.lesson.expression.RunSelector;
import hyperlab.optim.Sgd;

/** Which racer of the Learning rate lab a selector means; the live state of the lab uses it, too. */
public final class RacerSelection {
    private static final double RELATIVE_ERROR = 1e-9;

    private RacerSelection() {}

    /** The index of the first racer that the selector means; −1 if there is none. */
    public static int index(DescentSetup setup, RunSelector run) {
        if (run instanceof RunSelector.First) {
            return 0;
        }
        for (int i = 0; i < setup.racers().size(); i++) {
            if (matches(setup.racers().get(i), run)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(Racer racer, RunSelector run) {
        if (run instanceof RunSelector.OfNumber of) {
            return Math.abs(racer.learningRate() - of.number()) <= RELATIVE_ERROR * racer.learningRate();
        }
        return run instanceof RunSelector.OfName of && of.name().equals(name(racer));
    }

    /** The name of the optimizer; SGD with momentum is {@code momentum}. */
    private static String name(Racer racer) {
        return racer.optimizer() instanceof Sgd sgd && sgd.momentum() > 0
                ? "momentum"
                : racer.optimizer().name();
    }
}
