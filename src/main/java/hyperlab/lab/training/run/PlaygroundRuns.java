package hyperlab.lab.training.run;

import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundRun;
import hyperlab.train.TrainingOutcome;
import hyperlab.ui.concurrent.Conflator;
import hyperlab.ui.concurrent.TaskExecutor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Trains the runs of TensorFlow Playground links on workers, exactly as the Playground does, in parallel with the live
 * run, and keeps their weights for later display. A run that is restored from another session or by undo is trained
 * again. This produces the same numbers, so its rows stay and missing ones are added. FX thread only.
 */
public final class PlaygroundRuns {
    private final TaskExecutor workers;
    private final Executor pulses;
    private final ComparedRuns runs;
    private final StageLayout layout;
    private final Runnable progressListener;
    private final Map<Integer, PlaygroundTask> tasks = new HashMap<>();

    private record PlaygroundTask(AtomicBoolean cancelled, PlaygroundWeightHistory weights) {}

    /** @param progressListener called on the FX thread when a run has made progress */
    public PlaygroundRuns(
            TaskExecutor workers, Executor pulses, ComparedRuns runs, StageLayout layout, Runnable progressListener) {
        this.workers = workers;
        this.pulses = pulses;
        this.runs = runs;
        this.layout = layout;
        this.progressListener = progressListener;
        runs.runsProperty().addListener((observed, before, now) -> syncWithRuns(now));
    }

    /** The weights of a run at an epoch, or at the nearest stored epoch before it; null if there are none yet. */
    public PlaygroundWeightHistory.@Nullable EpochWeights weights(ComparedRun run, int epoch) {
        PlaygroundTask task = tasks.get(run.id());
        return task == null ? null : task.weights.atOrBefore(epoch);
    }

    /**
     * Adds the run of a link to the list, trains it to its end and shows its chart on the stage.
     *
     * @param settings sets the settings of the link (true), or those before it
     */
    public void open(PlaygroundExperiment playground, Consumer<Boolean> settings) {
        runs.addPlayground(playground, new RunHistory(), settings);
        layout.ensureVisible(StageChart.PLAYGROUND);
    }

    public void close() {
        tasks.values().forEach(task -> task.cancelled.set(true));
    }

    private void syncWithRuns(List<ComparedRun> now) {
        tasks.entrySet().removeIf(entry -> {
            boolean removed = now.stream().noneMatch(run -> run.id() == entry.getKey());
            if (removed) {
                entry.getValue().cancelled.set(true);
            }
            return removed;
        });
        layout.playgroundPageProperty().set(now.stream().anyMatch(run -> run.isPlayground() && run.visible()));
        now.stream()
                .filter(run -> run.isPlayground() && !tasks.containsKey(run.id()))
                .forEach(run -> train(Objects.requireNonNull(run.playground()), run));
    }

    private void train(PlaygroundExperiment playground, ComparedRun run) {
        RunHistory history = run.history();
        PlaygroundTask task = new PlaygroundTask(
                new AtomicBoolean(), new PlaygroundWeightHistory(PlaygroundWeightHistory.DEFAULT_BYTES));
        tasks.put(run.id(), task);
        Conflator<RunHistory> progress = new Conflator<>(pulses, newest -> progressListener.run());
        workers.run("training-playground", () -> {
            PlaygroundRun training = new PlaygroundRun(playground);
            TrainingOutcome outcome = training.train(
                    report -> {
                        task.weights.add(report, training.resultingWeights().get(0));
                        history.addIfNew(report);
                        progress.offer(history);
                    },
                    task.cancelled::get);
            if (!task.cancelled.get()) {
                history.outcome(outcome);
            }
            progress.offer(history);
        });
    }
}
