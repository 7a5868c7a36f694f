package hyperlab.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Runs experiments under the same seeds ({@link Seeds#of}) on several threads. All experiments run under one seed
 * before the next seed starts, so that even partial results form pairs. Each run is bit for bit identical to a run of
 * its experiment alone.
 */
public final class SeedStudy implements Study<SeedRun> {
    /** The maximum number of rows that a run keeps for its curve. */
    public static final int MOST_ROWS = 400;

    /** The maximum progress that is reported until all runs have ended. */
    private static final double NEARLY = 0.999;

    private final List<Experiment> experiments;
    private final int seeds;
    private final Function<Experiment, TrainingRun> opener;
    private final int threads;
    private final Executor others;

    /**
     * @param seeds number of seeds, 1 … {@link Seeds#MOST}
     * @param opener creates the run of an experiment; called on any thread
     * @param threads maximum number of runs at the same time
     * @param others runs the work of all threads except the first
     */
    public SeedStudy(
            List<Experiment> experiments,
            int seeds,
            Function<Experiment, TrainingRun> opener,
            int threads,
            Executor others) {
        this.experiments = List.copyOf(experiments);
        this.seeds = seeds;
        this.opener = opener;
        this.threads = threads;
        this.others = others;
    }

    /** Reports each run when it ends, in the order in which the runs end. */
    @Override
    public void run(Listener<SeedRun> listener, BooleanSupplier cancelled) {
        List<SeedRun> found = new ArrayList<>();
        AtomicLong epochs = new AtomicLong();
        long all = 0;
        for (Experiment experiment : experiments) {
            all += (long) seeds * Math.max(1, experiment.training().epochs());
        }
        double total = all;
        int count = seeds * experiments.size();
        Parallel.each(
                count,
                threads,
                others,
                piece -> {
                    int subject = piece % experiments.size();
                    int seed = piece / experiments.size();
                    Experiment own = new Seeds(experiments.get(subject), seeds).of(seed);
                    TrainingRun run = opener.apply(own);
                    Rows rows = new Rows(own.training().epochs());
                    TrainingOutcome outcome = run.train(
                            report -> {
                                rows.add(report);
                                long done = epochs.addAndGet(report.epoch() == 0 ? 0 : 1);
                                if (rows.isNew()) {
                                    tell(listener, found, Math.min(NEARLY, done / total));
                                }
                            },
                            cancelled);
                    if (!(outcome instanceof TrainingOutcome.Stopped)) {
                        synchronized (found) {
                            epochs.addAndGet(own.training().epochs() - outcome.epochs());
                            found.add(rows.run(subject, seed, run, outcome));
                            double share = found.size() == count ? 1 : Math.min(NEARLY, epochs.get() / total);
                            listener.found(List.copyOf(found), share);
                        }
                    }
                },
                cancelled);
    }

    private static void tell(Listener<SeedRun> listener, List<SeedRun> found, double share) {
        synchronized (found) {
            listener.found(List.copyOf(found), share);
        }
    }

    /** The rows that one run keeps. */
    private static final class Rows {
        private final List<EpochReport> kept = new ArrayList<>();
        private final int stride;
        private EpochReport last;
        private EpochReport best;

        Rows(int epochs) {
            stride = Math.max(1, (epochs + MOST_ROWS - 2) / (MOST_ROWS - 1));
            last = new EpochReport(0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0);
            best = last;
        }

        void add(EpochReport report) {
            last = report;
            if (report.isBetterThan(best)) {
                best = report;
            }
            if (isNew()) {
                kept.add(report);
            }
        }

        /** Whether the last report is one of those that are kept. */
        boolean isNew() {
            return last.epoch() % stride == 0;
        }

        SeedRun run(int subject, int seed, TrainingRun run, TrainingOutcome outcome) {
            if (!isNew()) {
                kept.add(last);
            }
            boolean ofBest = run.experiment().training().patience() > 0;
            return new SeedRun(subject, seed, kept, ofBest ? best : last, outcome);
        }
    }
}
