package hyperlab.lesson.readout;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.diagnosis.LayerReport;
import hyperlab.diagnosis.NetworkReport;
import hyperlab.diagnosis.RegularizationPath;
import hyperlab.diagnosis.RegularizationPath.PenaltyKind;
import hyperlab.diagnosis.UnitActivity;
import hyperlab.lesson.expression.RunSelector;
import hyperlab.nn.Evaluation;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The run of an experiment. It is trained when the first value that needs it is asked for. A selector with a name is a
 * feature.
 */
final class TrainingValues implements LabValues {
    private static final Set<String> SETTINGS =
            Set.of("epochs", "parameters", "hiddenUnits", "trainRows", "validationRows");

    private final Experiment experiment;
    private final DataSplit split;
    private final BooleanSupplier cancelled;
    private @Nullable FinishedRun finished;

    /** A finished run with all of its reports. */
    private record FinishedRun(TrainingRun run, TrainingOutcome outcome, List<EpochReport> reports) {}

    TrainingValues(Experiment experiment, DataSplit split, BooleanSupplier cancelled) {
        this.experiment = experiment;
        this.cancelled = cancelled;
        this.split = split;
    }

    private FinishedRun finished() {
        FinishedRun known = finished;
        if (known == null) {
            TrainingRun run = new TrainingRun(experiment, split, null);
            List<EpochReport> reports = new ArrayList<>();
            TrainingOutcome outcome = run.train(reports::add, cancelled);
            ReadoutCache.requireComplete(cancelled);
            known = new FinishedRun(run, outcome, reports);
            finished = known;
        }
        return known;
    }

    /** Whether the run has been trained. */
    boolean isTrained() {
        return finished != null;
    }

    @Override
    public boolean isSetting(String name) {
        return SETTINGS.contains(name);
    }

    @Override
    public double value(String name, RunSelector run, int index) {
        return switch (name) {
            case "epoch" -> index;
            case "epochs" -> experiment.training().epochs();
            case "parameters" ->
                new TrainingRun(experiment, split, null).network().shape().parameterCount();
            case "hiddenUnits" ->
                experiment.network().hidden().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
            case "trainRows" -> split.train().samples();
            case "validationRows" -> split.validation().samples();
            default -> runValue(name, run, index);
        };
    }

    private double runValue(String name, RunSelector selector, int index) {
        FinishedRun done = finished();
        boolean ended = index == done.reports().size() - 1;
        return switch (name) {
            case "step" -> done.reports().get(index).step();
            case "bestEpoch" -> bestEpoch(done.reports().subList(0, index + 1));
            case "diverged" -> LabValues.flag(ended && done.outcome() instanceof TrainingOutcome.Diverged);
            case "finished" -> LabValues.flag(ended);
            case "stoppedEarly" ->
                LabValues.flag(
                        ended && done.outcome() instanceof TrainingOutcome.Completed completed && completed.early());
            default -> ended ? finalValue(name, selector, done) : Double.NaN;
        };
    }

    private static int bestEpoch(List<EpochReport> reports) {
        EpochReport best = reports.get(0);
        for (EpochReport report : reports) {
            best = report.isBetterThan(best) ? report : best;
        }
        return best.epoch();
    }

    private double finalValue(String name, RunSelector selector, FinishedRun done) {
        return switch (name) {
            case "testLoss" -> test(done, Evaluation::loss);
            case "testAccuracy" -> test(done, Evaluation::accuracy);
            case "deadUnits" -> units(done, UnitActivity::deadCount);
            case "saturatedShare" -> saturatedShare(done);
            case "weightNorm" -> weightNorm(done);
            case "weight" -> weight(done, selector);
            default -> Double.NaN;
        };
    }

    private static double test(FinishedRun done, ToDoubleFunction<Evaluation> value) {
        Evaluation evaluation = done.run().test();
        return evaluation == null ? Double.NaN : value.applyAsDouble(evaluation);
    }

    private List<LayerReport> layers(FinishedRun done) {
        return NetworkReport.of(
                        new NetworkProbe(done.run().network()),
                        split.train(),
                        NetworkReport.DEFAULT_SATURATION_THRESHOLD)
                .layers();
    }

    private double units(FinishedRun done, ToIntFunction<UnitActivity> count) {
        int sum = 0;
        for (LayerReport layer : layers(done)) {
            UnitActivity activity = layer.activity();
            sum += activity == null ? 0 : count.applyAsInt(activity);
        }
        return sum;
    }

    private double saturatedShare(FinishedRun done) {
        double saturated = 0;
        int units = 0;
        for (LayerReport layer : layers(done)) {
            UnitActivity activity = layer.activity();
            if (activity != null) {
                saturated += activity.saturatedShare() * activity.units();
                units += activity.units();
            }
        }
        return units == 0 ? Double.NaN : saturated / units;
    }

    private double weightNorm(FinishedRun done) {
        double squares = 0;
        for (LayerReport layer : layers(done)) {
            squares += layer.weights().norm() * layer.weights().norm();
        }
        return Math.sqrt(squares);
    }

    /** The weight of a feature in a network without hidden layers and with one output. */
    private double weight(FinishedRun done, RunSelector selector) {
        int feature = feature(selector);
        List<LayerWeights> layers = done.run().resultingWeights().get(0);
        boolean linear =
                layers.size() == 1 && layers.get(0) instanceof LayerWeights.Dense dense && dense.weights().length == 1;
        return linear && feature >= 0 ? ((LayerWeights.Dense) layers.get(0)).weights()[0][feature] : Double.NaN;
    }

    private int feature(RunSelector selector) {
        return selector instanceof RunSelector.OfName of
                ? split.train().featureNames().indexOf(of.name())
                : -1;
    }

    @Override
    public double[] series(String name, RunSelector run) {
        return switch (name) {
            case "trainLoss" -> reports(EpochReport::trainLoss);
            case "validationLoss" -> reports(EpochReport::validationLoss);
            case "trainAccuracy" -> reports(EpochReport::trainAccuracy);
            case "validationAccuracy", "accuracy" -> reports(EpochReport::validationAccuracy);
            case "rate" -> reports(EpochReport::learningRate);
            default -> NONE;
        };
    }

    private double[] reports(ToDoubleFunction<EpochReport> value) {
        return finished().reports().stream().mapToDouble(value).toArray();
    }

    @Override
    public double function(String name, double argument, RunSelector run) {
        return switch (name) {
            case "l1Weight" -> pathWeight(PenaltyKind.L1, argument, run);
            case "l2Weight" -> pathWeight(PenaltyKind.L2, argument, run);
            case "l1Features" ->
                argument > 0 ? path(PenaltyKind.L1, argument).nonzeroFeatures(0).size() : Double.NaN;
            case "memberLoss" -> memberLoss(argument);
            default -> Double.NaN;
        };
    }

    private RegularizationPath path(PenaltyKind kind, double lambda) {
        return RegularizationPath.forLambdas(split.train(), kind, lambda);
    }

    private double pathWeight(PenaltyKind kind, double lambda, RunSelector run) {
        int feature = feature(run);
        return feature < 0 || !(lambda > 0) ? Double.NaN : path(kind, lambda).weights()[0][feature];
    }

    private double memberLoss(double argument) {
        List<Network> members = finished().run().ensemble().members();
        if (argument != Math.rint(argument) || argument < 0 || argument >= members.size()) {
            return Double.NaN;
        }
        DataSet part = split.validation();
        return members.get((int) argument)
                .evaluate(part.features(), part.targets())
                .loss();
    }

    @Override
    public int lastIndex(RunSelector run) {
        return finished().reports().size() - 1;
    }

    @Override
    public boolean changesDuringRun() {
        return true;
    }
}
