package hyperlab.lab.learn.illustration;

import hyperlab.data.DataSplitter;
import hyperlab.file.ExperimentOverrides;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingListener;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/** The trainings of the illustrations. */
final class IllustrationTrainings {
    private IllustrationTrainings() {}

    /** Creates a run before its first step. */
    static TrainingRun createRun(Experiment experiment) {
        return new TrainingRun(experiment, DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), null), null);
    }

    /** Trains to the end and reports the progress to the listener. */
    static TrainingRun train(Experiment experiment, TrainingListener listener) {
        TrainingRun run = createRun(experiment);
        run.train(listener, () -> false);
        return run;
    }

    /**
     * Trains to the end and returns the report of the last epoch.
     *
     * @param cancelled checked after each step
     * @throws CancellationException if it was canceled before its end
     */
    static EpochReport lastReport(Experiment experiment, BooleanSupplier cancelled) {
        TrainingRun run = createRun(experiment);
        run.train(progress -> {}, cancelled);
        requireComplete(cancelled);
        return run.report();
    }

    /** Throws if a computation was canceled, so that nothing is read from a part of it. */
    static void requireComplete(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the chart is no longer needed");
        }
    }

    /** Trains to the end and returns the reports of all epochs. */
    static List<EpochReport> reports(Experiment experiment) {
        List<EpochReport> reports = new ArrayList<>();
        train(experiment, reports::add);
        return reports;
    }

    /** Returns the experiment with the values of some keys changed. */
    static Experiment withValues(Experiment experiment, Map<String, String> values) {
        return ExperimentOverrides.with(
                experiment,
                values.entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .toList());
    }

    static double[] values(List<EpochReport> reports, ToDoubleFunction<EpochReport> of) {
        return reports.stream().mapToDouble(of).toArray();
    }
}
