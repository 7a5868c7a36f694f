package hyperlab.app.descent;

import hyperlab.app.concurrent.Runner;
import hyperlab.app.concurrent.StudyRun;
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
 * The chosen racer's walk taken again and again with noise: short ones at once, long ones on a worker, the newest alone.
 * What was found of other settings stays until there is news of these. FX thread alone.
 */
public final class NoisyWalks {
    /** Steps of all walks together that are walked and measured within some milliseconds. */
    private static final long SHORT = 60_000;

    private final StudyRun<WalkCloud> run;
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(this, "found", Found.NONE);
    private Subject subject = Subject.NONE;
    private @Nullable Subject running;

    /**
     * What is known.
     *
     * @param of what was studied; null for nothing
     * @param racer index of the racer whose walk it is
     * @param clouds so far, the one of the batch size that is looked at first
     * @param expected where the walks are to be expected; empty where that is not known
     * @param share of the work that is done, 0 … 1
     * @param working whether there is more to come
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

        /** Whether there is anything to show. */
        public boolean isEmpty() {
            return clouds.isEmpty();
        }

        /** The variance to be expected of walks of a batch size at a step; empty where that is not known. */
        public Optional<Double> expectedVariance(int batch, int step) {
            return expected.map(spread -> spread.variance(step) * lookedAt() / batch);
        }

        /** The batch size that is looked at. */
        int lookedAt() {
            return clouds.get(0).batch();
        }

        /** The same while what is asked for now has brought nothing yet. */
        Found before(double newShare, boolean isWorking) {
            return new Found(of, racer, clouds, expected, newShare, isWorking);
        }
    }

    NoisyWalks(Runner workers, Executor window) {
        run = new StudyRun<>("noise", workers, window);
        run.found().addListener((observed, before, now) -> hear(now));
    }

    public ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    /** Studies what is set now, unless that is studied already; nothing while the noise is off. */
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

    private void hear(StudyRun.Found<WalkCloud> heard) {
        if (running == null) {
            return;
        }
        if (heard.results().isEmpty()) {
            found.set(found.get().before(heard.share(), heard.isRunning()));
        } else {
            found.set(running.found(heard.results(), heard.share(), heard.isRunning()));
        }
    }

    /** Ends what runs; what it has found stays. */
    void stop() {
        run.stop();
        running = null;
    }

    /** Takes up again what was stopped before its end. */
    void resume() {
        if (found.get().share() < 1 && running == null) {
            begin(subject);
        }
    }

    /** What is studied: of equal ones the same comes. */
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
