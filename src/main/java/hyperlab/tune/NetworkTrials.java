package hyperlab.tune;

import hyperlab.data.Partitions;
import hyperlab.rule.Refusal;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Trials that train networks. Trial t has the study's seed + t unless the seed itself is searched. Its value is the
 * objective at its newest epoch, or, with patience, at the epoch whose weights it keeps.
 */
public final class NetworkTrials implements Trials {
    private static final String SEED = "seed";

    private final Experiment base;
    private final Study study;
    private final BiFunction<Experiment, Map<String, String>, Experiment> settings;
    private final @Nullable Path folder;

    /**
     * @param settings an experiment with the values of some keys set; throws a {@link Refusal} for those that do not go
     * @param folder what paths in the experiment are relative to; null for the working directory
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

    @Override
    public Trial begin(int trial, Map<String, String> values) {
        Experiment experiment = experiment(trial, values);
        TrainingRun run =
                new TrainingRun(experiment, Partitions.of(experiment.data(), experiment.seed(), folder), null);
        return new NetworkTrial(run, study.objective());
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
