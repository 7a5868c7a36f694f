package hyperlab.tune;

import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.nn.layer.ParameterBlock;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Trials that train networks. Trial t uses the study's seed + t unless the seed itself is searched. Its value is the
 * objective at its latest epoch, or, with early stopping, at the epoch with the lowest validation loss.
 */
public final class NetworkTrialFactory implements TrialFactory {
    private static final String SEED = "seed";
    private static final Set<Rule> UNKNOWN_KEYS = EnumSet.of(Rule.UNKNOWN_KEY, Rule.UNKNOWN_KEY_OF);

    private final Experiment base;
    private final TuningStudy study;
    private final BiFunction<Experiment, Map<String, String>, Experiment> settings;
    private final @Nullable Path folder;
    private @Nullable DataSet rows;

    /**
     * @param settings returns an experiment with the values of some keys set; throws a {@link InvalidInputException} if
     *     they are invalid
     * @param folder the folder that paths in the experiment are relative to; null for the working directory
     */
    public NetworkTrialFactory(
            TuningStudy study,
            BiFunction<Experiment, Map<String, String>, Experiment> settings,
            @Nullable Path folder) {
        this.base = Objects.requireNonNull(study.experiment());
        this.study = study;
        this.settings = settings;
        this.folder = folder;
    }

    /** The experiment of one trial. */
    public Experiment experiment(int trial, Map<String, String> values) {
        Experiment seeded = study.space().keys().contains(SEED) ? base : base.withSeed(study.seed() + trial);
        return settings.apply(seeded, values);
    }

    /**
     * Validates the study before it starts.
     *
     * @throws InvalidInputException if the data cannot be read, the objective is not available for the data, the
     *     experiment has given initial weights, or a searched key is unknown
     */
    public void validate() {
        if (base.network().initialWeights() != null) {
            throw new InvalidInputException("experiment.network.initialWeights", Rule.ONE_TRAINING_ONLY);
        }
        TrainingRun run = new TrainingRun(base, partition(base), null);
        if (study.objective() == TuningObjective.VALIDATION_ACCURACY
                && Double.isNaN(run.report().validationAccuracy())) {
            throw new InvalidInputException(
                    "objective",
                    Rule.NUMERIC_TARGET_OBJECTIVE,
                    study.objective().fileName());
        }
        for (SearchSpace.Hyperparameter parameter : study.space().parameters()) {
            rejectUnknownKey(parameter);
        }
    }

    /** Rejects unknown keys. Other errors are ignored, because a value may be valid in combination with others. */
    private void rejectUnknownKey(SearchSpace.Hyperparameter parameter) {
        String value = parameter.dimension().value(0);
        Optional<InvalidInputException> error = findError(Map.of(parameter.key(), value));
        if (error.isPresent() && UNKNOWN_KEYS.contains(error.get().rule())) {
            throw error.get().withPrefix("space");
        }
    }

    private Optional<InvalidInputException> findError(Map<String, String> values) {
        try {
            Objects.requireNonNull(settings.apply(base, values));
            return Optional.empty();
        } catch (InvalidInputException error) {
            return Optional.of(error);
        }
    }

    @Override
    public RunnableTrial create(int trial, Map<String, String> values) {
        Experiment experiment = experiment(trial, values);
        return new NetworkTrial(new TrainingRun(experiment, partition(experiment), null), study.objective());
    }

    /**
     * Loads the rows of a file or a bundled data set once for all trials. Each trial splits them by its own settings.
     */
    private DataSplit partition(Experiment experiment) {
        DataSettings data = experiment.data();
        if (DataSplitter.isGenerated(data) || !data.hasSameRows(base.data())) {
            return DataSplitter.loadAndSplit(data, experiment.seed(), folder);
        }
        return DataSplitter.split(rows(), data, experiment.seed());
    }

    private synchronized DataSet rows() {
        DataSet known = rows;
        if (known == null) {
            known = DataSplitter.load(base.data(), base.seed(), folder);
            rows = known;
        }
        return known;
    }

    private static final class NetworkTrial implements RunnableTrial {
        private static final long ARRAYS_PER_PARAMETER = 5;
        private static final long ARRAYS_PER_FEATURE = 3;
        /** Objects and small arrays. */
        private static final long BYTES_PER_TRIAL = 20_000;

        private final TrainingRun run;
        private final TuningObjective objective;
        private EpochReport bestReport;

        NetworkTrial(TrainingRun run, TuningObjective objective) {
            this.run = run;
            this.objective = objective;
            this.bestReport = run.report();
        }

        /** Weights, gradients, moments and the best weights; the rows and their parts; the buffers of an evaluation. */
        @Override
        public long bytes() {
            long parameters = 0;
            for (ParameterBlock block : run.network().parameters()) {
                parameters += block.values().length;
            }
            DMatrixRMaj rows = run.partition().all().features();
            int widest = rows.numCols;
            for (int width : run.experiment().network().hidden()) {
                widest = Math.max(widest, width);
            }
            long numbers = ARRAYS_PER_PARAMETER * parameters * run.experiment().ensemble()
                    + (long) rows.numRows * (ARRAYS_PER_FEATURE * rows.numCols + widest);
            return BYTES_PER_TRIAL + Double.BYTES * numbers;
        }

        @Override
        public @Nullable JobResult runTo(int epochs, Consumer<EpochReport> listener, BooleanSupplier cancelled) {
            if (run.epoch() == 0 && run.stepCount() == 0) {
                listener.accept(run.report());
            }
            while (run.outcome() == null && run.epoch() < epochs) {
                if (cancelled.getAsBoolean()) {
                    return null;
                }
                if (run.step()) {
                    EpochReport report = run.report();
                    boolean improved = run.experiment().training().patience() == 0
                            || report.validationLoss() < bestReport.validationLoss();
                    bestReport = improved ? report : bestReport;
                    listener.accept(report);
                }
            }
            boolean diverged = run.outcome() instanceof TrainingOutcome.Diverged;
            return new JobResult(
                    diverged ? JobResult.JobOutcome.DIVERGED : JobResult.JobOutcome.COMPLETED,
                    run.epoch(),
                    diverged ? Double.NaN : objective.of(bestReport),
                    run.report().seconds());
        }
    }
}
