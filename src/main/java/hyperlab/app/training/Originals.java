package hyperlab.app.training;

import hyperlab.app.concurrent.Latest;
import hyperlab.app.concurrent.Runner;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundRun;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Trains the runs of TensorFlow Playground links on workers, as the original does, beside what is played. FX thread alone. */
final class Originals {
    private final Runner workers;
    private final Executor pulses;
    private final Runs runs;
    private final Runnable news;
    private final Map<Integer, AtomicBoolean> cancelled = new ConcurrentHashMap<>();

    /** @param news told on the FX thread that one has come further */
    Originals(Runner workers, Executor pulses, Runs runs, Runnable news) {
        this.workers = workers;
        this.pulses = pulses;
        this.runs = runs;
        this.news = news;
        runs.list().addListener((observed, before, now) -> cancelDeleted());
    }

    /** Puts the run of a link beside the others and trains it to its end. */
    void open(PlaygroundExperiment original) {
        RunHistory history = new RunHistory();
        KeptRun run = runs.addOriginal(original, history);
        train(run);
    }

    /** Trains a run that is among the others. */
    void train(KeptRun run) {
        PlaygroundExperiment original = run.original();
        if (original == null) {
            return;
        }
        RunHistory history = run.history();
        AtomicBoolean over = new AtomicBoolean();
        cancelled.put(run.id(), over);
        Latest<RunHistory> told = new Latest<>(pulses, newest -> news.run());
        workers.run("training-playground", () -> {
            history.outcome(new PlaygroundRun(original)
                    .train(
                            report -> {
                                history.add(report);
                                told.offer(history);
                            },
                            over::get));
            told.offer(history);
        });
    }

    void close() {
        cancelled.values().forEach(over -> over.set(true));
    }

    private void cancelDeleted() {
        cancelled.forEach((id, over) -> {
            if (runs.find(id).isEmpty()) {
                over.set(true);
            }
        });
    }
}
