package hyperlab.cases;

import hyperlab.cases.Score.Part;
import hyperlab.train.Experiment;
import hyperlab.train.Parallel;
import hyperlab.train.Seeds;
import hyperlab.train.Study;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Runs the experiments of a case in parallel on several threads: first all configurations seed by seed, so that partial
 * results can be paired, then the folds. Each run gives bit for bit the same result as its experiment alone. The test
 * data is evaluated once, when a run has ended. A run that has diverged is scored with its resulting weights.
 */
public final class CaseRun implements Study<Score> {
    /** The reported share of the work is at most this until all runs have ended. */
    private static final double NEARLY = 0.999;

    private final List<Piece> pieces = new ArrayList<>();
    private final Measure measure;
    private final Function<Experiment, TrainingRun> opener;
    private final int threads;
    private final Executor others;

    private record Piece(Part part, int place, Experiment experiment) {}

    /**
     * @param opener creates the run of an experiment; called on any thread
     * @param threads maximum number of simultaneous runs
     * @param others runs the work of all threads but the first
     */
    public CaseRun(
            CasePlan plan, Measure measure, Function<Experiment, TrainingRun> opener, int threads, Executor others) {
        this.measure = measure;
        this.opener = opener;
        this.threads = threads;
        this.others = others;
        for (int seed = 0; seed < plan.seeds(); seed++) {
            addSeeded(Part.BEFORE, seed, plan.before());
            addSeeded(Part.AFTER, seed, plan.after());
            Experiment setBack = plan.setBack();
            if (setBack != null) {
                addSeeded(Part.SET_BACK, seed, setBack);
            }
        }
        for (int fold = 0; fold < plan.folds(); fold++) {
            Experiment before = new CrossValidation(plan.before(), plan.folds()).of(fold);
            Experiment after = new CrossValidation(plan.after(), plan.folds()).of(fold);
            pieces.add(new Piece(Part.FOLD_BEFORE, fold, before));
            pieces.add(new Piece(Part.FOLD_AFTER, fold, after));
        }
    }

    private void addSeeded(Part part, int seed, Experiment experiment) {
        pieces.add(new Piece(part, seed, new Seeds(experiment, seed + 1).of(seed)));
    }

    /** The number of trainings. */
    public int runs() {
        return pieces.size();
    }

    /** Reports the scores whenever a run ends, in the order in which runs end, and the progress in between. */
    @Override
    public void run(Listener<Score> listener, BooleanSupplier cancelled) {
        List<Score> found = new ArrayList<>();
        AtomicLong epochs = new AtomicLong();
        double total = pieces.stream().mapToLong(CaseRun::epochs).sum();
        Parallel.each(
                pieces.size(),
                threads,
                others,
                at -> {
                    Piece piece = pieces.get(at);
                    AtomicLong own = new AtomicLong();
                    TrainingRun run = opener.apply(piece.experiment());
                    TrainingOutcome outcome = run.train(
                            report -> {
                                if (report.epoch() > 0) {
                                    own.incrementAndGet();
                                    tell(listener, found, epochs.incrementAndGet() / total);
                                }
                            },
                            cancelled);
                    if (!(outcome instanceof TrainingOutcome.Stopped)) {
                        double value = measure.of((piece.part().isFold() ? Judge.VALIDATION : Judge.TEST).of(run));
                        synchronized (found) {
                            long done = epochs.addAndGet(epochs(piece) - own.get());
                            found.add(new Score(piece.part(), piece.place(), value));
                            double share = found.size() == pieces.size() ? 1 : Math.min(NEARLY, done / total);
                            listener.found(List.copyOf(found), share);
                        }
                    }
                },
                cancelled);
    }

    private static long epochs(Piece piece) {
        return Math.max(1, piece.experiment().training().epochs());
    }

    private static void tell(Listener<Score> listener, List<Score> found, double share) {
        synchronized (found) {
            listener.found(List.copyOf(found), Math.min(NEARLY, share));
        }
    }
}
