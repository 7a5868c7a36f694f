package hyperlab.lab.learningrate.race;

import hyperlab.batch.NoiseStudy;
import hyperlab.batch.PathDistribution;
import hyperlab.descent.DescentMoments;
import hyperlab.descent.DescentRunSettings;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.concurrent.TaskExecutor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Repeats the selected racer's descent with gradient noise. Short studies run immediately on the calling thread; long
 * ones run on a worker, and only the newest one is kept. Earlier results stay visible until the new study has results.
 * FX thread only.
 */
public final class NoisyDescents {
    /** The total number of steps over all paths that can be computed and measured in a few milliseconds. */
    private static final long MAX_IMMEDIATE_STEPS = 60_000;

    private final StudyRunner<PathDistribution> run;
    private final ReadOnlyObjectWrapper<NoisyDescentResults> found =
            new ReadOnlyObjectWrapper<>(this, "found", NoisyDescentResults.NONE);
    private NoiseStudyKey currentKey = NoiseStudyKey.NONE;
    private @Nullable NoiseStudyKey runningKey;

    /**
     * The results so far.
     *
     * @param study the study; null if there is none
     * @param racer the index of the racer
     * @param clouds the results so far; the one for the selected batch size comes first
     * @param expected the predicted spread; empty if it cannot be predicted
     * @param progress the fraction of the work that is done, 0 … 1
     * @param running whether more results will follow
     */
    public record NoisyDescentResults(
            @Nullable NoiseStudy study,
            int racer,
            List<PathDistribution> clouds,
            Optional<DescentMoments> expected,
            double progress,
            boolean running) {
        public static final NoisyDescentResults NONE =
                new NoisyDescentResults(null, 0, List.of(), Optional.empty(), 0, false);

        public NoisyDescentResults {
            clouds = List.copyOf(clouds);
        }

        public boolean isEmpty() {
            return clouds.isEmpty();
        }

        /** The predicted variance for a batch size at a step; empty if it cannot be predicted. */
        public Optional<Double> expectedVariance(int batch, int step) {
            return expected.map(spread -> spread.variance(step) * selectedBatchSize() / batch);
        }

        /** The selected batch size. */
        public int selectedBatchSize() {
            return clouds.get(0).batchSize();
        }

        /** Returns these results with new progress, for use while the new study has no results yet. */
        NoisyDescentResults withProgress(double newShare, boolean isWorking) {
            return new NoisyDescentResults(study, racer, clouds, expected, newShare, isWorking);
        }
    }

    public NoisyDescents(TaskExecutor workers, Executor window) {
        run = new StudyRunner<>("noise", workers, window);
        run.statusProperty().addListener((observed, before, now) -> receive(now));
    }

    public ReadOnlyObjectProperty<NoisyDescentResults> resultsProperty() {
        return found.getReadOnlyProperty();
    }

    /** Starts a study of the current settings unless they have not changed. Clears the results if the noise is off. */
    public void update(DescentSetup setup, int racer) {
        NoiseStudyKey now = setup.noise().enabled() ? NoiseStudyKey.of(setup, racer) : NoiseStudyKey.NONE;
        if (!now.equals(currentKey)) {
            stop();
            currentKey = now;
            start(now);
        }
    }

    private void start(NoiseStudyKey now) {
        NoiseStudy study = now.study();
        if (study == null) {
            found.set(NoisyDescentResults.NONE);
        } else if (study.totalSteps() <= MAX_IMMEDIATE_STEPS) {
            study.run((clouds, share) -> found.set(now.toResults(clouds, share, share < 1)), () -> false);
        } else {
            runningKey = now;
            run.start(study);
        }
    }

    private void receive(StudyRunner.StudyStatus<PathDistribution> update) {
        if (runningKey == null) {
            return;
        }
        if (update.results().isEmpty()) {
            found.set(found.get().withProgress(update.share(), update.isRunning()));
        } else {
            found.set(runningKey.toResults(update.results(), update.share(), update.isRunning()));
        }
    }

    /** Stops the running study; its results stay. */
    public void stop() {
        run.stop();
        runningKey = null;
    }

    /** Restarts a study that was stopped before it finished. */
    public void resume() {
        if (found.get().progress() < 1 && runningKey == null) {
            start(currentKey);
        }
    }

    /** Identifies a study: equal subjects produce equal results. */
    private record NoiseStudyKey(
            String function,
            Map<String, Double> parameters,
            @Nullable DescentRunSettings walk,
            int walks,
            int racer) {
        static final NoiseStudyKey NONE = new NoiseStudyKey("", Map.of(), null, 0, 0);

        static NoiseStudyKey of(DescentSetup setup, int racer) {
            DescentRunSettings settings = setup.runSettings(setup.racers().get(racer))
                    .withNoise(setup.noise().firstRunNoise());
            return new NoiseStudyKey(
                    setup.function(),
                    setup.parameters(),
                    settings,
                    setup.noise().runs(),
                    racer);
        }

        @Nullable
        NoiseStudy study() {
            return walk == null ? null : new NoiseStudy(ObjectiveFunctions.of(function, parameters), walk, walks);
        }

        NoisyDescentResults toResults(List<PathDistribution> clouds, double share, boolean working) {
            NoiseStudy study = study();
            return study == null
                    ? NoisyDescentResults.NONE
                    : new NoisyDescentResults(
                            study,
                            racer,
                            clouds,
                            DescentMoments.of(study.objective(), study.settings()),
                            share,
                            working);
        }
    }
}
