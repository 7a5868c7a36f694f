package hyperlab.tune;

import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Trials that train networks. Trial t uses the study's seed + t unless the seed itself is searched. Its value is the
 * objective at its latest epoch, or, with early stopping, at the epoch with the lowest validation loss.
 */
public final class NetworkTrials implements Trials {
    private static final String SEED = "seed";

    private final Experiment base;
    private final Study study;
    private final BiFunction<Experiment, Map<String, String>, Experiment> settings;
    private final @Nullable Path folder;
    private @Nullable DataSet rows;

    /**
     * @param settings returns an experiment with the values of some keys set; throws a {@link InvalidInputException} if they are
     *     invalid
     * @param folder the folder that paths in the experiment are relative to; null for the working directory
     */
    public NetworkTrials(
            Study study, BiFunction<Experiment, Map<String, String>, Experiment> settings, @Nullable Path folder) {
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
     * @throws InvalidInputException if the data cannot be read, the objective is not available for the data, the experiment has given
     *     initial weights, or a searched key is unknown
     */
    public void refuseUnfit() {
        if (base.network().initialWeights() != null) {
            throw new InvalidInputException("experiment.network.initialWeights", "goes with one training, not with a study");
        }
        TrainingRun run = new TrainingRun(base, parted(base), null);
        if (study.objective() == Objective.VALIDATION_ACCURACY
                && Double.isNaN(run.report().validationAccuracy())) {
            throw new InvalidInputException(
                    "objective",
                    "validationLoss or trainLoss where the target is a number",
                    study.objective().fileName());
        }
        for (SearchSpace.Parameter parameter : study.space().parameters()) {
            refuseHopeless(parameter);
        }
    }

    /** Rejects unknown keys. Other errors are ignored, because a value may be valid in combination with others. */
    private void refuseHopeless(SearchSpace.Parameter parameter) {
        String value = parameter.axis().value(0);
        Optional<InvalidInputException> refused = refusal(Map.of(parameter.key(), value));
        if (refused.isPresent() && refused.get().detail().startsWith("is no known key")) {
            throw refused.get().withPrefix("space");
        }
    }

    private Optional<InvalidInputException> refusal(Map<String, String> values) {
        try {
            Objects.requireNonNull(settings.apply(base, values));
            return Optional.empty();
        } catch (InvalidInputException refusal) {
            return Optional.of(refusal);
        }
    }

    @Override
    public Trial begin(int trial, Map<String, String> values) {
        Experiment experiment = experiment(trial, values);
        return new NetworkTrial(new TrainingRun(experiment, parted(experiment), null), study.objective());
    }

    /**
     * Loads the rows of a file or a bundled data set once for all trials. Each trial splits them by its own settings.
     */
    private DataSplit parted(Experiment experiment) {
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

    private static final class NetworkTrial implements Trial {
        private final TrainingRun run;
        private final Objective objective;
        private EpochReport kept;

        NetworkTrial(TrainingRun run, Objective objective) {
            this.run = run;
            this.objective = objective;
            this.kept = run.report();
        }

        @Override
        public @Nullable Result bring(int epochs, Consumer<EpochReport> listener, BooleanSupplier cancelled) {
            if (run.epoch() == 0 && run.stepCount() == 0) {
                listener.accept(run.report());
            }
            while (run.outcome() == null && run.epoch() < epochs) {
                if (cancelled.getAsBoolean()) {
                    return null;
                }
                if (run.step()) {
                    EpochReport report = run.report();
                    boolean best = run.experiment().training().patience() == 0
                            || report.validationLoss() < kept.validationLoss();
                    kept = best ? report : kept;
                    listener.accept(report);
                }
            }
            boolean diverged = run.outcome() instanceof TrainingOutcome.Diverged;
            return new Result(
                    diverged ? Result.Ending.DIVERGED : Result.Ending.REACHED,
                    run.epoch(),
                    diverged ? Double.NaN : objective.of(kept),
                    run.report().seconds());
        }
    }
}
