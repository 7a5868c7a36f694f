package hyperlab.lesson.readout;

import hyperlab.file.ExperimentOverrides;
import hyperlab.lesson.expression.RunSelector;
import hyperlab.tune.FunctionTrialFactory;
import hyperlab.tune.Journal;
import hyperlab.tune.NetworkTrialFactory;
import hyperlab.tune.RecordedTrialFactory;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.StudyListener;
import hyperlab.tune.TrialFactory;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TrialRecord.TrialStatus;
import hyperlab.tune.TuningRun;
import hyperlab.tune.TuningStudy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The search of the Tuning lab, run to its end. A selector with a name is a searched key. */
final class TuningValues implements LabValues {
    private final TuningStudy study;
    private final @Nullable Path folder;
    private final BooleanSupplier cancelled;
    private @Nullable List<TrialRecord> rows;

    TuningValues(TuningStudy study, @Nullable Path folder, BooleanSupplier cancelled) {
        this.study = study;
        this.folder = folder;
        this.cancelled = cancelled;
    }

    private List<TrialRecord> rows() {
        List<TrialRecord> known = rows;
        if (known == null) {
            TuningRun run = new TuningRun(study, trials(), Journal.NONE, new StudyListener() {});
            run.run(Runnable::run, 1, cancelled);
            ReadoutCache.requireComplete(cancelled);
            known = run.rows();
            rows = known;
        }
        return known;
    }

    private TrialFactory trials() {
        String function = study.function();
        if (study.method() instanceof SearchMethod.Recorded) {
            return new RecordedTrialFactory();
        }
        return function == null
                ? new NetworkTrialFactory(study, ExperimentOverrides::with, folder)
                : new FunctionTrialFactory(function).requireValidSpace(study.space());
    }

    @Override
    public double value(String name, RunSelector run, int index) {
        return switch (name) {
            case "trials" -> rows().size();
            case "epochsUsed" -> rows().stream().mapToInt(TrialRecord::epochs).sum();
            case "fullEpochs" -> (double) rows().size() * study.epochs();
            case "completed" -> count(TrialStatus.COMPLETED);
            case "pruned" -> count(TrialStatus.PRUNED);
            case "diverged" -> count(TrialStatus.DIVERGED);
            case "bestTrial" -> {
                List<TrialRecord> ranked = study.ranked(rows());
                yield ranked.isEmpty() ? Double.NaN : ranked.get(0).trial();
            }
            case "distinct" -> distinct(run);
            case "finished" -> 1;
            default -> Double.NaN;
        };
    }

    private double count(TrialStatus status) {
        return rows().stream().filter(row -> row.state() == status).count();
    }

    /** How many different values of a key were tried. */
    private double distinct(RunSelector run) {
        if (!(run instanceof RunSelector.OfName of)) {
            return Double.NaN;
        }
        long values = rows().stream()
                .flatMap(row -> row.values().entrySet().stream())
                .filter(value ->
                        value.getKey().equals(of.name()) || value.getKey().endsWith("." + of.name()))
                .map(Map.Entry::getValue)
                .distinct()
                .count();
        return values == 0 ? Double.NaN : values;
    }

    @Override
    public double[] series(String name, RunSelector run) {
        double[] values = rows().stream().mapToDouble(TrialRecord::value).toArray();
        if (name.equals("best")) {
            double sign = study.objective().isLargerBetter() ? -1 : 1;
            double best = Double.POSITIVE_INFINITY;
            for (int i = 0; i < values.length; i++) {
                best = Double.isNaN(values[i]) ? best : Math.min(best, sign * values[i]);
                values[i] = Double.isInfinite(best) ? Double.NaN : sign * best;
            }
        }
        return values;
    }

    @Override
    public double function(String name, double argument, RunSelector run) {
        return Double.NaN;
    }

    @Override
    public int lastIndex(RunSelector run) {
        return rows().size() - 1;
    }

    @Override
    public boolean changesDuringRun() {
        return false;
    }
}
