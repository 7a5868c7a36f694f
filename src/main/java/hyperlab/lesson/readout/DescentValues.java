package hyperlab.lesson.readout;

import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.descent.GradientDescent;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.Stability;
import hyperlab.lesson.expression.RunSelector;
import hyperlab.optim.Sgd;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The descents of the Learning rate lab. */
final class DescentValues implements LabValues {
    private final DescentSetup setup;
    private final ObjectiveFunction objective;
    private final List<DescentPath> paths;

    DescentValues(DescentSetup setup) {
        this.setup = setup;
        objective = ObjectiveFunctions.of(setup.function(), setup.parameters());
        paths = setup.racers().stream()
                .map(racer -> GradientDescent.run(objective, setup.runSettings(racer)))
                .toList();
    }

    /** The number of the racer that a run is, from 0; −1 if there is none. */
    private int racerNumber(RunSelector run) {
        return RacerSelection.index(setup, run);
    }

    @Override
    public double value(String name, RunSelector run, int index) {
        int number = racerNumber(run);
        if (number < 0) {
            return Double.NaN;
        }
        DescentPath path = paths.get(number);
        Racer racer = setup.racers().get(number);
        double[] start = setup.start().stream().mapToDouble(Double::doubleValue).toArray();
        return switch (name) {
            case "step" -> index;
            case "steps" -> setup.steps();
            case "learningRate" -> racer.learningRate();
            case "curvature" -> objective.largestCurvature(start);
            case "factor" ->
                racer.optimizer() instanceof Sgd sgd
                        ? Stability.convergenceFactor(racer.learningRate(), objective.largestCurvature(start), sgd)
                        : Double.NaN;
            case "lowestMinimum" ->
                objective.minima().isEmpty()
                        ? Double.NaN
                        : objective.minima().get(0).value();
            case "diverged" -> LabValues.flag(path.diverged() && index == path.steps());
            case "finished" -> LabValues.flag(index == path.steps());
            default -> Double.NaN;
        };
    }

    @Override
    public double[] series(String name, RunSelector run) {
        int number = racerNumber(run);
        if (number < 0) {
            return NONE;
        }
        DescentPath path = paths.get(number);
        return switch (name) {
            case "f" -> rows(path, path::value);
            case "x" -> rows(path, path::x);
            case "y" -> objective.dimensions() == 2 ? rows(path, path::y) : NONE;
            case "gradient" ->
                rows(
                        path,
                        row -> objective.dimensions() == 2
                                ? Math.hypot(path.gradient(row, 0), path.gradient(row, 1))
                                : Math.abs(path.gradient(row, 0)));
            case "distance" -> objective.minima().isEmpty() ? NONE : rows(path, row -> distance(path, row));
            case "rate" -> rows(path, path::learningRate);
            default -> NONE;
        };
    }

    private static double[] rows(DescentPath path, IntToDoubleFunction value) {
        return IntStream.range(0, path.rows()).mapToDouble(value).toArray();
    }

    private double distance(DescentPath path, int row) {
        return objective.minima().stream()
                .mapToDouble(minimum -> {
                    double squares = 0;
                    for (int k = 0; k < objective.dimensions(); k++) {
                        double difference =
                                path.coordinate(row, k) - minimum.point().get(k);
                        squares += difference * difference;
                    }
                    return Math.sqrt(squares);
                })
                .min()
                .orElse(Double.NaN);
    }

    @Override
    public double function(String name, double argument, RunSelector run) {
        int number = racerNumber(run);
        if (number < 0 || !name.equals("stepsTo")) {
            return Double.NaN;
        }
        OptionalInt row = paths.get(number).firstRowAtOrBelow(argument);
        return row.isPresent() ? row.getAsInt() : Double.NaN;
    }

    @Override
    public int lastIndex(RunSelector run) {
        int number = racerNumber(run);
        return number < 0 ? 0 : paths.get(number).steps();
    }

    @Override
    public boolean changesDuringRun() {
        return true;
    }
}
