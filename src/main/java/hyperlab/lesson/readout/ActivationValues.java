package hyperlab.lesson.readout;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.DepthStudy;
import hyperlab.activation.DepthStudy.DepthLineResult;
import hyperlab.lesson.expression.RunSelector;
import hyperlab.nn.Activation;
import hyperlab.train.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the Activation lab, and the signal through many layers. A selector with a name is a function. Index
 * 1 of a series is the first hidden layer.
 */
final class ActivationValues implements LabValues {
    private final ActivationLabSettings setup;
    private final BooleanSupplier cancelled;
    private @Nullable List<DepthLineResult> lines;

    ActivationValues(ActivationLabSettings setup, BooleanSupplier cancelled) {
        this.setup = setup;
        this.cancelled = cancelled;
    }

    private List<DepthLineResult> lines() {
        List<DepthLineResult> known = lines;
        if (known == null) {
            List<DepthLineResult> results = new ArrayList<>();
            new DepthStudy(setup.depth().lines(setup.selection().activations()), setup.depth(), setup.seed())
                    .run(
                            (partial, share) -> {
                                results.clear();
                                results.addAll(partial);
                            },
                            cancelled);
            ReadoutCache.requireComplete(cancelled);
            known = List.copyOf(results);
            lines = known;
        }
        return known;
    }

    private @Nullable DepthLineResult line(RunSelector run) {
        return lines().stream().filter(line -> matches(line, run)).findFirst().orElse(null);
    }

    /** A function, or where initializations are compared, an initialization. */
    private static boolean matches(DepthLineResult line, RunSelector run) {
        return run instanceof RunSelector.First
                || (run instanceof RunSelector.OfName of
                        && (line.line().function().name().equals(of.name())
                                || line.line().initialization().fileName().equals(of.name())));
    }

    private @Nullable Activation function(RunSelector run) {
        return setup.selection().activations().stream()
                .filter(each -> run instanceof RunSelector.First
                        || (run instanceof RunSelector.OfName of && each.name().equals(of.name())))
                .findFirst()
                .orElse(null);
    }

    @Override
    public double value(String name, RunSelector run, int index) {
        if (name.equals("layers")) {
            return setup.depth().layers();
        }
        DepthLineResult line = line(run);
        if (line == null) {
            return Double.NaN;
        }
        return switch (name) {
            case "gradientRatio" -> line.backward().get(0).median();
            case "gradientFactor" -> line.factor().median();
            default -> Double.NaN;
        };
    }

    @Override
    public double[] series(String name, RunSelector run) {
        DepthLineResult line = line(run);
        if (line == null) {
            return NONE;
        }
        return switch (name) {
            case "forward" -> medians(line.forward());
            case "backward" -> medians(line.backward());
            default -> NONE;
        };
    }

    /** The medians by layer; there is no layer 0. */
    private static double[] medians(List<Quantiles> layers) {
        double[] medians = new double[layers.size() + 1];
        medians[0] = Double.NaN;
        for (int l = 0; l < layers.size(); l++) {
            medians[l + 1] = layers.get(l).median();
        }
        return medians;
    }

    @Override
    public double function(String name, double argument, RunSelector run) {
        Activation function = function(run);
        if (function == null) {
            return Double.NaN;
        }
        return switch (name) {
            case "value" -> function.value(argument);
            case "slope" -> function.derivative(argument);
            default -> Double.NaN;
        };
    }

    @Override
    public int lastIndex(RunSelector run) {
        return setup.depth().layers();
    }

    @Override
    public boolean changesDuringRun() {
        return false;
    }
}
