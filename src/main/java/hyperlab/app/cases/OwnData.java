package hyperlab.app.cases;

import hyperlab.app.concurrent.Conflator;
import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.cases.Case;
import hyperlab.data.CsvGuess;
import hyperlab.data.CsvPlan;
import hyperlab.data.CsvPreview;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.tune.TrialRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A user's table that is made into a case: it is read, its inferred settings are corrected, a baseline is trained, a
 * study is run, and both are compared on rows that neither has seen ({@link OwnSteps}). Each step runs on a worker
 * thread and can be stopped. A step that fails reports an error and restores the previous state.
 */
public final class OwnData {
    private final TaskExecutor workers;
    private final Executor window;
    private final Consumer<InvalidInputException> refused;
    private final Consumer<Case> made;
    private final ReadOnlyObjectWrapper<OwnState> state = new ReadOnlyObjectWrapper<>(this, "state", OwnState.NONE);
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share", 0);
    private final ReadOnlyObjectWrapper<@Nullable CsvPreview> preview =
            new ReadOnlyObjectWrapper<>(this, "preview", null);
    private final ReadOnlyObjectWrapper<@Nullable CsvGuess> guess = new ReadOnlyObjectWrapper<>(this, "guess", null);
    private final ReadOnlyObjectWrapper<OwnBaseline> baseline =
            new ReadOnlyObjectWrapper<>(this, "baseline", OwnBaseline.NONE);
    private final ReadOnlyObjectWrapper<List<TrialRow>> trials = new ReadOnlyObjectWrapper<>(this, "trials", List.of());
    private final Conflator<Runnable> news;
    private AtomicBoolean stopped = new AtomicBoolean();
    private @Nullable Path file;

    /** @param made receives the case when it is complete */
    OwnData(TaskExecutor workers, Executor window, Consumer<InvalidInputException> refused, Consumer<Case> made) {
        this.workers = workers;
        this.window = window;
        this.refused = refused;
        this.made = made;
        news = new Conflator<>(window, Runnable::run);
    }

    // properties

    public ReadOnlyObjectProperty<OwnState> state() {
        return state.getReadOnlyProperty();
    }

    /** The share of the current step that is done, from 0 to 1. */
    public ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /** The preview of the file; null before a file was read. */
    public ReadOnlyObjectProperty<@Nullable CsvPreview> preview() {
        return preview.getReadOnlyProperty();
    }

    /** How the file is used: the inferred settings with the user's corrections, and the reasons for them. */
    public ReadOnlyObjectProperty<@Nullable CsvGuess> guess() {
        return guess.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<OwnBaseline> baseline() {
        return baseline.getReadOnlyProperty();
    }

    /** The trials of the study so far. */
    public ReadOnlyObjectProperty<List<TrialRow>> trials() {
        return trials.getReadOnlyProperty();
    }

    boolean isWorking() {
        return state.get() != settled(state.get());
    }

    /** The state after the work of {@code now} ends without a result. */
    private OwnState settled(OwnState now) {
        return switch (now) {
            case READING -> preview.get() == null ? OwnState.NONE : OwnState.PREVIEWED;
            case TRAINING -> OwnState.PREVIEWED;
            case TUNING, COMPARING -> OwnState.TRAINED;
            case NONE, PREVIEWED, TRAINED -> now;
        };
    }

    // commands

    /** Reads a file. If it is rejected, the previous file is kept. */
    public void read(Path newFile) {
        work(OwnState.READING, "table", stop -> {
            CsvPreview read = CsvPreview.read(newFile);
            CsvGuess first = CsvGuess.of(read);
            return () -> {
                file = newFile;
                preview.set(read);
                guess.set(first);
                forget();
            };
        });
    }

    /** Changes the target column and infers the other settings again. A column that cannot be predicted is rejected. */
    public void target(String column) {
        CsvPreview now = preview.get();
        CsvGuess before = guess.get();
        if (now == null || before == null || before.plan().target().equals(column)) {
            return;
        }
        try {
            guess.set(CsvGuess.of(now, column));
            forget();
        } catch (InvalidInputException refusal) {
            refused.accept(refusal);
        }
    }

    /** Changes how the file is used. */
    public void correct(CsvPlan plan) {
        CsvPreview now = preview.get();
        CsvGuess before = guess.get();
        if (now == null || before == null || before.plan().equals(plan)) {
            return;
        }
        guess.set(before.measured(now, plan));
        forget();
    }

    /** Discards the results, because they are out of date. */
    private void forget() {
        stopped.set(true);
        baseline.set(OwnBaseline.NONE);
        trials.set(List.of());
        state.set(OwnState.PREVIEWED);
    }

    /** Trains the baseline with this number of seeds. */
    public void train(int seeds) {
        CsvGuess now = guess.get();
        Path path = file;
        if (now == null || path == null) {
            return;
        }
        baseline.set(OwnBaseline.NONE);
        trials.set(List.of());
        work(OwnState.TRAINING, "baseline", stop -> {
            OwnBaseline found = new OwnSteps(workers, path, stop)
                    .baseline(
                            now.plan(),
                            seeds,
                            (trained, done) -> tellNewest(stop, () -> {
                                share.set(done);
                                baseline.set(trained);
                            }));
            return () -> {
                baseline.set(found);
                state.set(found.values().isEmpty() ? OwnState.PREVIEWED : OwnState.TRAINED);
            };
        });
    }

    /**
     * Runs the default study from the baseline, then compares both with this number of seeds, and delivers the case
     * when it is complete.
     */
    public void tune(int seeds) {
        Experiment from = baseline.get().experiment();
        Path path = file;
        if (from == null || path == null) {
            return;
        }
        trials.set(List.of());
        work(OwnState.TUNING, "study", stop -> {
            OwnSteps steps = new OwnSteps(workers, path, stop);
            Optional<OwnSteps.Searched> searched = steps.search(
                    from,
                    seeds,
                    (rows, done) -> tellNewest(stop, () -> {
                        share.set(done);
                        trials.set(rows);
                    }));
            tell(stop, () -> {
                share.set(0);
                searched.ifPresent(found -> trials.set(found.rows()));
                state.set(OwnState.COMPARING);
            });
            Optional<Case> compared = searched.flatMap(found ->
                    steps.compare(found.one(), done -> tellNewest(stop, () -> share.set(done))));
            return () -> {
                state.set(OwnState.TRAINED);
                compared.ifPresent(made);
            };
        });
    }

    /** Stops the current step. Results that are still valid are kept. */
    public void stop() {
        if (isWorking()) {
            stopped.set(true);
            share.set(0);
            state.set(settled(state.get()));
        }
    }

    // running a step

    /** A step that runs on a worker. It returns the change to make on the FX thread. */
    private interface Step {
        Runnable carryOut(BooleanSupplier stop);
    }

    private void work(OwnState during, String name, Step step) {
        stopped.set(true);
        AtomicBoolean own = new AtomicBoolean();
        stopped = own;
        OwnState before = settled(state.get());
        share.set(0);
        state.set(during);
        workers.run(name, () -> {
            Runnable end;
            try {
                end = step.carryOut(own::get);
            } catch (InvalidInputException refusal) {
                end = () -> {
                    state.set(before);
                    refused.accept(refusal);
                };
            }
            Runnable last = end;
            tell(own::get, () -> {
                share.set(0);
                last.run();
            });
        });
    }

    private void tell(BooleanSupplier stop, Runnable change) {
        window.execute(() -> {
            if (!stop.getAsBoolean()) {
                change.run();
            }
        });
    }

    /** Like {@code tell}, but a newer change replaces one that has not run yet. */
    private void tellNewest(BooleanSupplier stop, Runnable change) {
        news.offer(() -> {
            if (!stop.getAsBoolean()) {
                change.run();
            }
        });
    }
}
