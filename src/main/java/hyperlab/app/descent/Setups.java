package hyperlab.app.descent;

import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Sgd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The setup that the lab starts with, and setups with one thing changed. */
final class Setups {
    static final String CURVATURE = "curvature";
    static final DescentSetup DEFAULT = new DescentSetup(
            "parabola", Map.of(CURVATURE, 1.0), List.of(3.2), 20, List.of(sgd(0.1), sgd(1), sgd(1.8), sgd(2.1)));

    /** What stands in the field for a formula of one's own before anything was typed. */
    static final String FORMULA = "x^2/4 + sin(3x)";

    private Setups() {}

    static Racer sgd(double rate) {
        return new Racer(rate, Sgd.DEFAULT, true);
    }

    static DescentSetup withConstant(DescentSetup setup, String name, double value) {
        Map<String, Double> constants = new HashMap<>(setup.parameters());
        constants.put(name, value);
        return new DescentSetup(setup.function(), constants, setup.start(), setup.steps(), setup.racers());
    }

    static DescentSetup withStart(DescentSetup setup, double start) {
        return new DescentSetup(setup.function(), setup.parameters(), List.of(start), setup.steps(), setup.racers());
    }

    static DescentSetup withSteps(DescentSetup setup, int steps) {
        return new DescentSetup(setup.function(), setup.parameters(), setup.start(), steps, setup.racers());
    }

    static DescentSetup withRacers(DescentSetup setup, List<Racer> racers) {
        return new DescentSetup(setup.function(), setup.parameters(), setup.start(), setup.steps(), racers);
    }

    static DescentSetup withAnother(DescentSetup setup, Racer racer) {
        List<Racer> racers = new ArrayList<>(setup.racers());
        racers.add(racer);
        return withRacers(setup, racers);
    }

    static DescentSetup without(DescentSetup setup, int index) {
        List<Racer> racers = new ArrayList<>(setup.racers());
        racers.remove(index);
        return withRacers(setup, racers);
    }

    static DescentSetup withRacer(DescentSetup setup, int index, UnaryOperator<Racer> change) {
        List<Racer> racers = new ArrayList<>(setup.racers());
        racers.set(index, change.apply(racers.get(index)));
        return withRacers(setup, racers);
    }

    static DescentSetup withRate(DescentSetup setup, int index, double rate) {
        return withRacer(setup, index, racer -> new Racer(rate, racer.optimizer(), racer.visible()));
    }

    static DescentSetup withOptimizer(DescentSetup setup, int index, Optimizer optimizer) {
        return withRacer(setup, index, racer -> new Racer(racer.learningRate(), optimizer, racer.visible()));
    }

    static DescentSetup withVisible(DescentSetup setup, int index, boolean visible) {
        return withRacer(setup, index, racer -> new Racer(racer.learningRate(), racer.optimizer(), visible));
    }
}
