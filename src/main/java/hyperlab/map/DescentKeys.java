package hyperlab.map;

import hyperlab.descent.DescentSetup;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.Component;
import hyperlab.rule.Constant;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of a descent that an axis can set: {@code learningRate}, {@code steps}, {@code start.x}, {@code start.y},
 * {@code optimizer.…} and {@code schedule.…} with a constant of the first run's optimizer and schedule, and
 * {@code parameters.…} with a constant of the function.
 */
public final class DescentKeys {
    private static final String RATE = "learningRate";
    private static final String STEPS = "steps";
    private static final String START = "start.";
    private static final String OPTIMIZER = "optimizer.";
    private static final String SCHEDULE = "schedule.";
    private static final String PARAMETERS = "parameters.";
    private static final List<String> VARIABLES = List.of("x", "y");

    private DescentKeys() {}

    /** All keys of a descent. */
    public static List<String> of(DescentSetup setup) {
        List<String> keys = new ArrayList<>(List.of(RATE, STEPS));
        for (int i = 0; i < setup.start().size(); i++) {
            keys.add(START + VARIABLES.get(i));
        }
        DescentSetup.Racer racer = setup.racers().get(0);
        racer.optimizer().constants().keySet().forEach(constant -> keys.add(OPTIMIZER + constant.key()));
        racer.schedule().constants().keySet().forEach(constant -> keys.add(SCHEDULE + constant.key()));
        ObjectiveFunctions.of(setup.function(), setup.parameters()).parameters().keySet().stream()
                .sorted()
                .forEach(name -> keys.add(PARAMETERS + name));
        return List.copyOf(keys);
    }

    static void requireKnown(String axis, String key, DescentSetup setup) {
        List<String> known = of(setup);
        if (!known.contains(key)) {
            throw new InvalidInputException(key, Rule.UNKNOWN_KEY, ClosestMatch.of(key, known)).withPrefix(axis);
        }
    }

    /**
     * The setup with one key set, in its first run if it belongs to a run.
     *
     * @throws InvalidInputException if the value is invalid
     */
    public static DescentSetup with(DescentSetup setup, String key, String value) {
        double number = number(key, value);
        if (key.equals(STEPS)) {
            return setup.withSteps(whole(key, number));
        }
        if (key.startsWith(START)) {
            List<Double> start = new ArrayList<>(setup.start());
            start.set(VARIABLES.indexOf(key.substring(START.length())), number);
            return setup.withStart(start);
        }
        if (key.startsWith(PARAMETERS)) {
            return setup.withParameter(key.substring(PARAMETERS.length()), number);
        }
        return setup.withRacer(0, racer -> with(racer, key, number));
    }

    private static DescentSetup.Racer with(DescentSetup.Racer racer, String key, double number) {
        if (key.equals(RATE)) {
            return racer.withLearningRate(number);
        }
        if (key.startsWith(OPTIMIZER)) {
            return racer.withOptimizer(with(racer.optimizer(), key.substring(OPTIMIZER.length()), number));
        }
        return racer.withSchedule(with(racer.schedule(), key.substring(SCHEDULE.length()), number));
    }

    private static Optimizer with(Optimizer optimizer, String name, double number) {
        if (optimizer instanceof Sgd sgd) {
            return sgd.with(constant(sgd.constants(), name), number);
        }
        return withConstant(optimizer, name, number);
    }

    private static Schedule with(Schedule schedule, String name, double number) {
        return withConstant(schedule, name, number);
    }

    private static <T extends Component<T>> T withConstant(Component<T> component, String name, double number) {
        return component.with(constant(component.constants(), name), number);
    }

    private static Constant constant(Map<Constant, Double> constants, String name) {
        Optional<Constant> found = constants.keySet().stream()
                .filter(each -> each.key().equals(name))
                .findFirst();
        return found.orElseThrow(() -> new InvalidInputException(name, Rule.REQUIRED));
    }

    private static int whole(String key, double number) {
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw new InvalidInputException(key, Rule.WHOLE, number);
        }
        return (int) number;
    }

    private static double number(String key, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(key, Rule.NUMBER, value);
        }
    }
}
