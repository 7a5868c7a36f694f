package hyperlab.app.batch;

import hyperlab.app.concurrent.Runner;
import hyperlab.app.concurrent.StudyRun;
import hyperlab.batch.BatchSetup;
import hyperlab.batch.EscapeStudy;
import hyperlab.batch.SpeedStudy;
import hyperlab.batch.TargetStudy;
import hyperlab.batch.TwoWeightModel;
import hyperlab.data.DataSet;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What can be found out by many runs: one experiment is looked at, and one runs at a time. FX thread alone. */
public final class Experiments {
    private final ObjectProperty<Kind> chosen = new SimpleObjectProperty<>(this, "chosen", Kind.TARGET);
    private final StudyRun<TargetStudy.Reached> target;
    private final StudyRun<EscapeStudy.Escapes> escape;
    private final StudyRun<SpeedStudy.Speed> speed;

    /** Which experiment. */
    public enum Kind {
        /** Steps and samples to a target loss. */
        TARGET,
        /** The share that leaves the shallower well. */
        ESCAPE,
        /** Samples a second on this machine. */
        SPEED
    }

    Experiments(Runner workers, Executor window) {
        target = new StudyRun<>("target", workers, window);
        escape = new StudyRun<>("escape", workers, window);
        speed = new StudyRun<>("speed", workers, window);
    }

    /** The experiment that is looked at. */
    public ObjectProperty<Kind> chosen() {
        return chosen;
    }

    public StudyRun<TargetStudy.Reached> target() {
        return target;
    }

    public StudyRun<EscapeStudy.Escapes> escape() {
        return escape;
    }

    public StudyRun<SpeedStudy.Speed> speed() {
        return speed;
    }

    /** The study of an experiment. */
    public StudyRun<?> study(Kind kind) {
        return switch (kind) {
            case TARGET -> target;
            case ESCAPE -> escape;
            case SPEED -> speed;
        };
    }

    /** Whether the experiment that is looked at is running. */
    public boolean isRunning() {
        return study(chosen.get()).found().get().isRunning();
    }

    /** Tells {@code listener} when another experiment is looked at, or one has found something. */
    public void onChange(Runnable listener) {
        chosen.addListener((observed, before, now) -> listener.run());
        Stream.of(Kind.values())
                .forEach(kind -> study(kind).found().addListener((observed, before, now) -> listener.run()));
    }

    /** Begins the experiment that is looked at anew; another that runs is stopped, so that it does not slow this one. */
    void run(BatchSetup setup, TwoWeightModel model) {
        stop();
        switch (chosen.get()) {
            case TARGET -> target.start(new TargetStudy(model, setup));
            case ESCAPE -> escape.start(new EscapeStudy(setup.training(), setup.escape(), setup.seed()));
            case SPEED -> speed.start(SpeedStudy.usual(model.data(), setup.seed()));
        }
    }

    /** Stops whatever runs; what it has found stays. */
    void stop() {
        Stream.of(Kind.values()).forEach(kind -> study(kind).stop());
    }

    /** Forgets what was found of other settings or data than these. */
    void about(BatchSetup setup, DataSet data) {
        target.about(
                List.of(setup.model(), setup.training(), setup.start(), setup.target(), setup.seed(), data.name()));
        escape.about(List.of(setup.training(), setup.escape(), setup.seed()));
        speed.about(List.of(data.name(), data.samples()));
    }
}
