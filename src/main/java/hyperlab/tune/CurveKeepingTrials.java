package hyperlab.tune;

import hyperlab.train.EpochReport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Trials whose learning curves are kept until they are taken. */
public final class CurveKeepingTrials implements TrialFactory {
    /** About how many points the curves of a study may have together. */
    private static final int MAX_POINTS = 100_000;

    /** So that a curve of a study with very many trials still has a shape. */
    private static final int MIN_CAPACITY = 4;

    private final TrialFactory trials;
    private final TuningObjective objective;
    private final int capacity;
    private final Map<Integer, TrialCurve> curves = new ConcurrentHashMap<>();

    public CurveKeepingTrials(TrialFactory trials, TuningStudy study) {
        this.trials = trials;
        this.objective = study.objective();
        this.capacity = capacity(study);
    }

    /** The capacity of a {@link TrialCurveBuffer} for each trial of a study. */
    public static int capacity(TuningStudy study) {
        int share = MAX_POINTS / Math.max(1, StudyBudget.trials(study));
        return Math.max(MIN_CAPACITY, Math.min(TrialCurveBuffer.CAPACITY, share));
    }

    /** Whether the trials of a study are trained here, so that they have curves. */
    public static boolean hasCurves(TuningStudy study) {
        return study.experiment() != null && !(study.method() instanceof SearchMethod.Recorded);
    }

    @Override
    public RunnableTrial create(int trial, Map<String, String> values) {
        return new CurveKeepingTrial(trial, trials.create(trial, values));
    }

    /** The curve of a trial up to the end of its latest job, which is then forgotten. */
    public TrialCurve take(int trial) {
        TrialCurve curve = curves.remove(trial);
        return curve == null ? TrialCurve.EMPTY : curve;
    }

    private final class CurveKeepingTrial implements RunnableTrial {
        private final int number;
        private final RunnableTrial trial;
        private final TrialCurveBuffer buffer = new TrialCurveBuffer(capacity, objective.isLargerBetter());

        CurveKeepingTrial(int number, RunnableTrial trial) {
            this.number = number;
            this.trial = trial;
        }

        @Override
        public @Nullable JobResult runTo(int epochs, Consumer<EpochReport> listener, BooleanSupplier cancelled) {
            JobResult result = trial.runTo(
                    epochs,
                    report -> {
                        buffer.add(report.epoch(), objective.of(report));
                        listener.accept(report);
                    },
                    cancelled);
            if (result != null) {
                curves.put(number, buffer.curve());
            }
            return result;
        }

        @Override
        public long bytes() {
            return trial.bytes() + 2L * Double.BYTES * capacity;
        }
    }
}
