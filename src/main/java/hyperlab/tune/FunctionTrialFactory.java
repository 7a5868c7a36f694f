package hyperlab.tune;

import hyperlab.descent.ObjectiveFunctions;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.EpochReport;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Trials that evaluate a test function of x and y. Each has one epoch and takes negligible time. */
public final class FunctionTrialFactory implements TrialFactory {
    /** The names of the available functions. */
    public static final List<String> NAMES = List.of("branin", "bowl", "rosenbrock", "himmelblau", "rastrigin");

    private final hyperlab.descent.ObjectiveFunction function;

    /** @throws InvalidInputException if the name is not one of {@link #NAMES} */
    public FunctionTrialFactory(String name) {
        if (!NAMES.contains(name)) {
            throw new InvalidInputException("function", Rule.ONE_OF, String.join(", ", NAMES), name);
        }
        function = ObjectiveFunctions.of(name);
    }

    /** The default search space of the function. */
    public SearchSpace space() {
        hyperlab.descent.ObjectiveFunction.PlotWindow window = function.window();
        return new SearchSpace(List.of(
                new SearchSpace.Hyperparameter("x", new SearchDimension.LinearDimension(window.xLow(), window.xHigh())),
                new SearchSpace.Hyperparameter(
                        "y", new SearchDimension.LinearDimension(window.yLow(), window.yHigh()))));
    }

    /**
     * Checks that the keys of a space are x and y, and returns this.
     *
     * @throws InvalidInputException if they are not
     */
    public FunctionTrialFactory requireValidSpace(SearchSpace space) {
        for (String key : space.keys()) {
            if (!key.equals("x") && !key.equals("y")) {
                throw new InvalidInputException("space." + key, Rule.NOT_A_VARIABLE);
            }
        }
        create(0, space.values(new double[space.dimensions()]));
        return this;
    }

    @Override
    public RunnableTrial create(int trial, Map<String, String> values) {
        double x = number(values, "x");
        double y = number(values, "y");
        return (int epochs, Consumer<EpochReport> listener, BooleanSupplier cancelled) ->
                new JobResult(JobResult.JobOutcome.COMPLETED, 1, function.value(x, y), 0);
    }

    private static double number(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new InvalidInputException("space", Rule.VARIABLE_MISSING, key);
        }
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new InvalidInputException("space." + key, Rule.NUMERIC, value);
        }
    }
}
