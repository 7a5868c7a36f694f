package hyperlab.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Runs experiments under the same seeds ({@link SeededExperiments#experimentOf}) on several threads. All experiments
 * run under one seed before the next seed starts, so that even partial results form pairs. Each run is bit for bit
 * identical to a run of its experiment alone.
 */
public final class SeedStudy implements IncrementalStudy<SeedRunResult> {
    /** The maximum number of rows that a run keeps for its curve. */
    public static final int MAX_ROWS = 400;

    /** The maximum progress that is reported until all runs have ended. */
    private static final double MAX_UNFINISHED_SHARE = 0.999;

    private final List<Experiment> experiments;
    private final int seeds;
    private final Function<Experiment, TrainingRun> opener;
    private final int threads;
    private final Executor executor;

    /**
     * @param seeds number of seeds, 1 … {@link SeededExperiments#MAX_SEEDS}
     * @param opener creates the run of an experiment; called on any thread
     * @param threads maximum number of runs at the same time
     * @param executor runs the work of all threads except the first
     */
    public SeedStudy(
            List<Experiment> experiments,
            int seeds,
            Function<Experiment, TrainingRun> opener,
            int threads,
            Executor executor) {
        this.experiments = List.copyOf(experiments);
        this.seeds = seeds;
        this.opener = opener;
        this.threads = threads;
        this.executor = executor;
    }

    /** Reports each run when it ends, in the order in which the runs end. */
    @Override
    public void run(PartialResultsListener<SeedRunResult> listener, BooleanSupplier cancelled) {
        List<SeedRunResult> results = new ArrayList<>();
        AtomicLong epochs = new AtomicLong();
        long all = 0;
        for (Experiment experiment : experiments) {
            all += (long) seeds * Math.max(1, experiment.training().epochs());
        }
        double total = all;
        int count = seeds * experiments.size();
        Parallel.runAll(
                count,
                threads,
                executor,
                task -> {
                    int subject = task % experiments.size();
                    int seed = task / experiments.size();
                    Experiment seeded = new SeededExperiments(experiments.get(subject), seeds).experimentOf(seed);
                    TrainingRun run = opener.apply(seeded);
                    RetainedRows rows = new RetainedRows(seeded.training().epochs());
                    TrainingOutcome outcome = run.train(
                            report -> {
                                rows.add(report);
                                long done = epochs.addAndGet(report.epoch() == 0 ? 0 : 1);
                                if (rows.isNew()) {
                                    report(listener, results, Math.min(MAX_UNFINISHED_SHARE, done / total));
                                }
                            },
                            cancelled);
                    if (!(outcome instanceof TrainingOutcome.Stopped)) {
                        synchronized (results) {
                            epochs.addAndGet(seeded.training().epochs() - outcome.epochs());
                            results.add(rows.run(subject, seed, run, outcome));
                            double share =
                                    results.size() == count ? 1 : Math.min(MAX_UNFINISHED_SHARE, epochs.get() / total);
                            listener.resultsChanged(List.copyOf(results), share);
                        }
                    }
                },
                cancelled);
    }

    private static void report(
            PartialResultsListener<SeedRunResult> listener, List<SeedRunResult> results, double share) {
        synchronized (results) {
            listener.resultsChanged(List.copyOf(results), share);
        }
    }

    /** The rows that one run keeps. */
    private static final class RetainedRows {
        private final List<EpochReport> retained = new ArrayList<>();
        private final int stride;
        private EpochReport last;
        private EpochReport best;

        RetainedRows(int epochs) {
            stride = Math.max(1, (epochs + MAX_ROWS - 2) / (MAX_ROWS - 1));
            last = new EpochReport(0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0);
            best = last;
        }

        void add(EpochReport report) {
            last = report;
            if (report.isBetterThan(best)) {
                best = report;
            }
            if (isNew()) {
                retained.add(report);
            }
        }

        /** Whether the last report is one of those that are kept. */
        boolean isNew() {
            return last.epoch() % stride == 0;
        }

        SeedRunResult run(int subject, int seed, TrainingRun run, TrainingOutcome outcome) {
            if (!isNew()) {
                retained.add(last);
            }
            boolean ofBest = run.experiment().training().patience() > 0;
            return new SeedRunResult(subject, seed, retained, ofBest ? best : last, outcome);
        }
    }
}
