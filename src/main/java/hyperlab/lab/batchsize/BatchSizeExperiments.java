package hyperlab.lab.batchsize;

import hyperlab.batch.BatchSetup;
import hyperlab.batch.EscapeStudy;
import hyperlab.batch.SpeedStudy;
import hyperlab.batch.TargetStudy;
import hyperlab.batch.TwoWeightModel;
import hyperlab.data.DataSet;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.concurrent.TaskExecutor;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The lab's experiments, which consist of many runs. One experiment is selected, and one runs at a time. FX thread
 * only.
 */
public final class BatchSizeExperiments {
    private final ObjectProperty<Kind> chosen = new SimpleObjectProperty<>(this, "chosen", Kind.SPEED);
    private final StudyRunner<TargetStudy.StepsToTarget> target;
    private final StudyRunner<EscapeStudy.EscapeCount> escape;
    private final StudyRunner<SpeedStudy.BatchSpeed> speed;

    /** The kinds of experiments. */
    public enum Kind {
        /** The steps and samples needed to reach a target loss. */
        TARGET,
        /** The share of descents that escape the shallower well. */
        ESCAPE,
        /** Samples per second on this machine. */
        SPEED;

        /** The name in links. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The experiment with this name in links.
         *
         * @throws InvalidInputException if there is none
         */
        static Kind byId(String id) {
            return Stream.of(values())
                    .filter(kind -> kind.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException(
                            "experiment",
                            Rule.ONE_OF,
                            Stream.of(values()).map(Kind::id).collect(Collectors.joining(", ")),
                            id));
        }
    }

    BatchSizeExperiments(TaskExecutor workers, Executor fxExecutor) {
        target = new StudyRunner<>("target", workers, fxExecutor);
        escape = new StudyRunner<>("escape", workers, fxExecutor);
        speed = new StudyRunner<>("speed", workers, fxExecutor);
    }

    /** The selected experiment. */
    public ObjectProperty<Kind> chosenProperty() {
        return chosen;
    }

    public StudyRunner<TargetStudy.StepsToTarget> target() {
        return target;
    }

    public StudyRunner<EscapeStudy.EscapeCount> escape() {
        return escape;
    }

    public StudyRunner<SpeedStudy.BatchSpeed> speed() {
        return speed;
    }

    /** The study of an experiment. */
    public StudyRunner<?> study(Kind kind) {
        return switch (kind) {
            case TARGET -> target;
            case ESCAPE -> escape;
            case SPEED -> speed;
        };
    }

    /** Returns whether the selected experiment is running. */
    public boolean isRunning() {
        return study(chosen.get()).statusProperty().get().isRunning();
    }

    /** Calls {@code listener} when another experiment is selected or an experiment has a result. */
    public void onChange(Runnable listener) {
        chosen.addListener((observed, before, now) -> listener.run());
        Stream.of(Kind.values())
                .forEach(kind -> study(kind).statusProperty().addListener((observed, before, now) -> listener.run()));
    }

    /** Runs the selected experiment again. Other experiments are stopped so that they do not slow it down. */
    void run(BatchSetup setup, TwoWeightModel model) {
        stop();
        switch (chosen.get()) {
            case TARGET -> target.start(new TargetStudy(model, setup));
            case ESCAPE -> escape.start(new EscapeStudy(setup.training(), setup.escape(), setup.seed()));
            case SPEED -> speed.start(SpeedStudy.withDefaults(model.data(), setup.seed()));
        }
    }

    /** Stops all running experiments. Their results so far are kept. */
    void stop() {
        Stream.of(Kind.values()).forEach(kind -> study(kind).stop());
    }

    /** Discards results that were computed with different settings or data. */
    void discardStaleResults(BatchSetup setup, DataSet data) {
        target.setSubject(
                List.of(setup.model(), setup.training(), setup.start(), setup.target(), setup.seed(), data.name()));
        escape.setSubject(List.of(setup.training(), setup.escape(), setup.seed()));
        speed.setSubject(List.of(data.name(), data.samples()));
    }
}
