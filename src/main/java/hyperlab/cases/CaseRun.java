package hyperlab.cases;

import hyperlab.cases.CaseScore.Configuration;
import hyperlab.train.Experiment;
import hyperlab.train.IncrementalStudy;
import hyperlab.train.Parallel;
import hyperlab.train.SeededExperiments;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Runs the experiments of a case in parallel on several threads: first all configurations seed by seed, so that partial
 * results can be paired, then the folds. Each run gives bit for bit the same result as its experiment alone. The test
 * data is evaluated once, when a run has ended. A run that has diverged is scored with its resulting weights.
 */
public final class CaseRun implements IncrementalStudy<CaseScore> {
    /** The reported share of the work is at most this until all runs have ended. */
    private static final double MAX_UNFINISHED_SHARE = 0.999;

    private final List<CaseTraining> trainings = new ArrayList<>();
    private final Metric metric;
    private final Function<Experiment, TrainingRun> runFactory;
    private final int threads;
    private final Executor executor;

    private record CaseTraining(Configuration configuration, int index, Experiment experiment) {}

    /**
     * @param runFactory creates the run of an experiment; called on any thread
     * @param threads maximum number of simultaneous runs
     * @param executor runs the work of all threads but the first
     */
    public CaseRun(
            CasePlan plan,
            Metric metric,
            Function<Experiment, TrainingRun> runFactory,
            int threads,
            Executor executor) {
        this.metric = metric;
        this.runFactory = runFactory;
        this.threads = threads;
        this.executor = executor;
        for (int seed = 0; seed < plan.seeds(); seed++) {
            for (Map.Entry<Configuration, Experiment> each : plan.experiments().entrySet()) {
                addSeeded(each.getKey(), seed, each.getValue());
            }
        }
        for (int fold = 0; fold < plan.folds(); fold++) {
            Experiment before = new CrossValidation(plan.before(), plan.folds()).of(fold);
            Experiment after = new CrossValidation(plan.after(), plan.folds()).of(fold);
            trainings.add(new CaseTraining(Configuration.FOLD_BEFORE, fold, before));
            trainings.add(new CaseTraining(Configuration.FOLD_AFTER, fold, after));
        }
    }

    private void addSeeded(Configuration configuration, int seed, Experiment experiment) {
        trainings.add(
                new CaseTraining(configuration, seed, new SeededExperiments(experiment, seed + 1).experimentOf(seed)));
    }

    /** The number of trainings. */
    public int trainingCount() {
        return trainings.size();
    }

    /** Reports the scores whenever a run ends, in the order in which runs end, and the progress in between. */
    @Override
    public void run(PartialResultsListener<CaseScore> listener, BooleanSupplier cancelled) {
        List<CaseScore> results = new ArrayList<>();
        AtomicLong epochs = new AtomicLong();
        double total = trainings.stream().mapToLong(CaseRun::epochs).sum();
        Parallel.runAll(
                trainings.size(),
                threads,
                executor,
                index -> {
                    CaseTraining training = trainings.get(index);
                    AtomicLong ownEpochs = new AtomicLong();
                    TrainingRun run = runFactory.apply(training.experiment());
                    TrainingOutcome outcome = run.train(
                            report -> {
                                if (report.epoch() > 0) {
                                    ownEpochs.incrementAndGet();
                                    reportProgress(listener, results, epochs.incrementAndGet() / total);
                                }
                            },
                            cancelled);
                    if (!(outcome instanceof TrainingOutcome.Stopped)) {
                        double value = metric.of(
                                (training.configuration().isFold() ? EvaluationData.VALIDATION : EvaluationData.TEST)
                                        .of(run));
                        synchronized (results) {
                            long done = epochs.addAndGet(epochs(training) - ownEpochs.get());
                            results.add(new CaseScore(training.configuration(), training.index(), value));
                            double share = results.size() == trainings.size()
                                    ? 1
                                    : Math.min(MAX_UNFINISHED_SHARE, done / total);
                            listener.resultsChanged(List.copyOf(results), share);
                        }
                    }
                },
                cancelled);
    }

    private static long epochs(CaseTraining training) {
        return Math.max(1, training.experiment().training().epochs());
    }

    private static void reportProgress(
            PartialResultsListener<CaseScore> listener, List<CaseScore> results, double share) {
        synchronized (results) {
            listener.resultsChanged(List.copyOf(results), Math.min(MAX_UNFINISHED_SHARE, share));
        }
    }
}
