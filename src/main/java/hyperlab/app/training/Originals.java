package hyperlab.app.training;

import hyperlab.app.concurrent.Conflator;
import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundRun;
import hyperlab.train.TrainingOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Trains the runs of TensorFlow Playground links on workers, exactly as the Playground does, in parallel with the live
 * run, and keeps their weights for later display. A run that is restored from another session or by undo is trained
 * again. This produces the same numbers, so its rows stay and missing ones are added. FX thread only.
 */
final class Originals {
    private final TaskExecutor workers;
    private final Executor pulses;
    private final Runs runs;
    private final StagePlan plan;
    private final Runnable news;
    private final Map<Integer, Work> works = new HashMap<>();

    private record Work(AtomicBoolean over, OriginalWeights weights) {}

    /** @param news called on the FX thread when a run has made progress */
    Originals(TaskExecutor workers, Executor pulses, Runs runs, StagePlan plan, Runnable news) {
        this.workers = workers;
        this.pulses = pulses;
        this.runs = runs;
        this.plan = plan;
        this.news = news;
        runs.list().addListener((observed, before, now) -> follow(now));
    }

    /** The weights of a run at an epoch, or at the nearest stored epoch before it; null if there are none yet. */
    OriginalWeights.@Nullable Kept weights(KeptRun run, int epoch) {
        Work work = works.get(run.id());
        return work == null ? null : work.weights.at(epoch);
    }

    /** Adds the run of a link to the list, trains it to its end and shows its chart on the stage. */
    void open(PlaygroundExperiment original) {
        runs.addOriginal(original, new RunHistory());
        plan.bring(StageChart.PLAYGROUND);
    }

    void close() {
        works.values().forEach(work -> work.over.set(true));
    }

    private void follow(List<KeptRun> now) {
        works.entrySet().removeIf(entry -> {
            boolean gone = now.stream().noneMatch(run -> run.id() == entry.getKey());
            if (gone) {
                entry.getValue().over.set(true);
            }
            return gone;
        });
        plan.original().set(now.stream().anyMatch(run -> run.isOriginal() && run.visible()));
        now.stream()
                .filter(run -> run.isOriginal() && !works.containsKey(run.id()))
                .forEach(run -> train(Objects.requireNonNull(run.original()), run));
    }

    private void train(PlaygroundExperiment original, KeptRun run) {
        RunHistory history = run.history();
        Work work = new Work(new AtomicBoolean(), new OriginalWeights(OriginalWeights.DEFAULT_BYTES));
        works.put(run.id(), work);
        Conflator<RunHistory> told = new Conflator<>(pulses, newest -> news.run());
        workers.run("training-playground", () -> {
            PlaygroundRun training = new PlaygroundRun(original);
            TrainingOutcome outcome = training.train(
                    report -> {
                        work.weights.add(report, training.resultingWeights().get(0));
                        history.addLater(report);
                        told.offer(history);
                    },
                    work.over::get);
            if (!work.over.get()) {
                history.outcome(outcome);
            }
            told.offer(history);
        });
    }
}
