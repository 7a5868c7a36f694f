package hyperlab.app.descent;

import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.batch.NoiseStudy;
import hyperlab.batch.WalkCloud;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.NoiseSpread;
import hyperlab.descent.Objectives;
import hyperlab.descent.Walk;
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
public final class NoisyWalks {
    /** The total number of steps over all paths that can be computed and measured in a few milliseconds. */
    private static final long SHORT = 60_000;

    private final StudyRunner<WalkCloud> run;
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(this, "found", Found.NONE);
    private Subject subject = Subject.NONE;
    private @Nullable Subject running;

    /**
     * The results so far.
     *
     * @param of the study; null if there is none
     * @param racer the index of the racer
     * @param clouds the results so far; the one for the selected batch size comes first
     * @param expected the predicted spread; empty if it cannot be predicted
     * @param share the fraction of the work that is done, 0 … 1
     * @param working whether more results will follow
     */
    public record Found(
            @Nullable NoiseStudy of,
            int racer,
            List<WalkCloud> clouds,
            Optional<NoiseSpread> expected,
            double share,
            boolean working) {
        static final Found NONE = new Found(null, 0, List.of(), Optional.empty(), 0, false);

        public Found {
            clouds = List.copyOf(clouds);
        }

        public boolean isEmpty() {
            return clouds.isEmpty();
        }

        /** The predicted variance for a batch size at a step; empty if it cannot be predicted. */
        public Optional<Double> expectedVariance(int batch, int step) {
            return expected.map(spread -> spread.variance(step) * lookedAt() / batch);
        }

        /** The selected batch size. */
        int lookedAt() {
            return clouds.get(0).batch();
        }

        /** Returns these results with new progress, for use while the new study has no results yet. */
        Found before(double newShare, boolean isWorking) {
            return new Found(of, racer, clouds, expected, newShare, isWorking);
        }
    }

    NoisyWalks(TaskExecutor workers, Executor window) {
        run = new StudyRunner<>("noise", workers, window);
        run.found().addListener((observed, before, now) -> hear(now));
    }

    public ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    /** Starts a study of the current settings unless they have not changed. Clears the results if the noise is off. */
    void about(DescentSetup setup, int racer) {
        Subject now = setup.noise().on() ? Subject.of(setup, racer) : Subject.NONE;
        if (!now.equals(subject)) {
            stop();
            subject = now;
            begin(now);
        }
    }

    private void begin(Subject now) {
        NoiseStudy study = now.study();
        if (study == null) {
            found.set(Found.NONE);
        } else if (study.work() <= SHORT) {
            study.run((clouds, share) -> found.set(now.found(clouds, share, share < 1)), () -> false);
        } else {
            running = now;
            run.start(study);
        }
    }

    private void hear(StudyRunner.StudyStatus<WalkCloud> heard) {
        if (running == null) {
            return;
        }
        if (heard.results().isEmpty()) {
            found.set(found.get().before(heard.share(), heard.isRunning()));
        } else {
            found.set(running.found(heard.results(), heard.share(), heard.isRunning()));
        }
    }

    /** Stops the running study; its results stay. */
    void stop() {
        run.stop();
        running = null;
    }

    /** Restarts a study that was stopped before it finished. */
    void resume() {
        if (found.get().share() < 1 && running == null) {
            begin(subject);
        }
    }

    /** Identifies a study: equal subjects produce equal results. */
    private record Subject(
            String function,
            Map<String, Double> parameters,
            @Nullable Walk walk,
            int walks,
            int racer) {
        static final Subject NONE = new Subject("", Map.of(), null, 0, 0);

        static Subject of(DescentSetup setup, int racer) {
            Walk walk = RacerWalk.walk(setup, setup.racers().get(racer))
                    .withNoise(setup.noise().first());
            return new Subject(
                    setup.function(), setup.parameters(), walk, setup.noise().walks(), racer);
        }

        @Nullable
        NoiseStudy study() {
            return walk == null ? null : new NoiseStudy(Objectives.of(function, parameters), walk, walks);
        }

        Found found(List<WalkCloud> clouds, double share, boolean working) {
            NoiseStudy study = study();
            return study == null
                    ? Found.NONE
                    : new Found(study, racer, clouds, NoiseSpread.of(study.objective(), study.walk()), share, working);
        }
    }
}
