package hyperlab.cli.io;

import hyperlab.file.ExperimentOverrides;
import hyperlab.nn.Activation;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.Component;
import hyperlab.rule.Constant;
import hyperlab.rule.ConstantMapper;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Parses components with a name and parameters from the command line, with the same rules as experiment files. */
public final class ComponentParser {
    private ComponentParser() {}

    public static Activation activation(String name, Map<String, String> parameters) {
        return parse("network.activation", "NAME", name, parameters).network().activation();
    }

    public static Optimizer optimizer(String name, Map<String, String> parameters) {
        return parse("training.optimizer", "--optimizer", name, parameters)
                .training()
                .optimizer();
    }

    public static Schedule schedule(String name, Map<String, String> parameters) {
        return parse("training.schedule", "schedule", name, parameters)
                .training()
                .schedule();
    }

    /** The names of a component's constants and switches, as in files. */
    public static Set<String> parametersOf(Component<?> component) {
        Set<String> names = new TreeSet<>();
        component.mapConstants(new ConstantMapper() {
            @Override
            public double number(Constant constant, double value) {
                names.add(constant.key());
                return value;
            }

            @Override
            public int integer(Constant constant, int value) {
                names.add(constant.key());
                return value;
            }

            @Override
            public boolean flag(String key, boolean value) {
                names.add(key);
                return value;
            }
        });
        return names;
    }

    /**
     * Checks that all keys are parameters of {@code owner}.
     *
     * @throws InvalidInputException for the first key of {@code given} that is not in {@code known}
     */
    public static void requireKnown(Collection<String> given, Collection<String> known, String owner) {
        for (String key : given) {
            if (!known.contains(key)) {
                throw known.isEmpty()
                        ? new InvalidInputException(key, Rule.NO_PARAMETERS, owner)
                        : new InvalidInputException(key, Rule.UNKNOWN_PARAMETER, owner, ClosestMatch.of(key, known));
            }
        }
    }

    /** The exception for a name that is not in {@code known}. */
    public static InvalidInputException unknownName(String option, String name, Collection<String> known) {
        return new InvalidInputException(
                option, Rule.ONE_OF_NEAREST, String.join(", ", known), '"' + name + '"', ClosestMatch.of(name, known));
    }

    /**
     * Splits a comma-separated list of names.
     *
     * @throws InvalidInputException for the first name that is not in {@code known}
     */
    public static List<String> parseList(String option, String list, Collection<String> known) {
        List<String> names =
                List.of(list.split(",", -1)).stream().map(String::strip).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw unknownName(option, name, known);
            }
        }
        return names;
    }

    private static Experiment parse(String place, String option, String name, Map<String, String> parameters) {
        List<String> assignments = new ArrayList<>();
        assignments.add(place + ".name=\"" + name + '"');
        parameters.forEach((key, value) -> assignments.add(place + "." + key + "=" + value));
        try {
            return ExperimentOverrides.with(Experiment.DEFAULT, assignments);
        } catch (InvalidInputException error) {
            String key = error.name().substring(place.length() + 1);
            throw error.withName(key.equals("name") ? option : key);
        }
    }
}
