package hyperlab.lab.cases;

import hyperlab.cases.Case;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPlan;
import hyperlab.data.CsvPreview;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.tune.TrialRecord;
import hyperlab.ui.concurrent.Conflator;
import hyperlab.ui.concurrent.TaskExecutor;
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
 * study is run, and both are compared on rows that neither has seen ({@link UserDataWorkflow}). Each step runs on a worker
 * thread and can be stopped. A step that fails reports an error and restores the previous state.
 */
public final class UserDataViewModel {
    private final TaskExecutor workers;
    private final Executor fxExecutor;
    private final Consumer<InvalidInputException> onInvalidInput;
    private final Consumer<Case> onCaseCompleted;
    private final ReadOnlyObjectWrapper<UserDataState> state =
            new ReadOnlyObjectWrapper<>(this, "state", UserDataState.NONE);
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share", 0);
    private final ReadOnlyObjectWrapper<@Nullable CsvPreview> preview =
            new ReadOnlyObjectWrapper<>(this, "preview", null);
    private final ReadOnlyObjectWrapper<@Nullable CsvInference> guess =
            new ReadOnlyObjectWrapper<>(this, "guess", null);
    private final ReadOnlyObjectWrapper<UserBaseline> baseline =
            new ReadOnlyObjectWrapper<>(this, "baseline", UserBaseline.NONE);
    private final ReadOnlyObjectWrapper<List<TrialRecord>> trials =
            new ReadOnlyObjectWrapper<>(this, "trials", List.of());
    private final Conflator<Runnable> progressUpdates;
    private AtomicBoolean stopped = new AtomicBoolean();
    private @Nullable Path file;

    /** @param onCaseCompleted receives the case when it is complete */
    UserDataViewModel(
            TaskExecutor workers,
            Executor fxExecutor,
            Consumer<InvalidInputException> onInvalidInput,
            Consumer<Case> onCaseCompleted) {
        this.workers = workers;
        this.fxExecutor = fxExecutor;
        this.onInvalidInput = onInvalidInput;
        this.onCaseCompleted = onCaseCompleted;
        progressUpdates = new Conflator<>(fxExecutor, Runnable::run);
    }

    // properties

    public ReadOnlyObjectProperty<UserDataState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The share of the current step that is done, from 0 to 1. */
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /** The preview of the file; null before a file was read. */
    public ReadOnlyObjectProperty<@Nullable CsvPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** How the file is used: the inferred settings with the user's corrections, and the reasons for them. */
    public ReadOnlyObjectProperty<@Nullable CsvInference> inferenceProperty() {
        return guess.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<UserBaseline> baselineProperty() {
        return baseline.getReadOnlyProperty();
    }

    /** The trials of the study so far. */
    public ReadOnlyObjectProperty<List<TrialRecord>> trialsProperty() {
        return trials.getReadOnlyProperty();
    }

    boolean isWorking() {
        return state.get() != stateAfter(state.get());
    }

    /** The state after the work of {@code now} ends without a result. */
    private UserDataState stateAfter(UserDataState now) {
        return switch (now) {
            case READING -> preview.get() == null ? UserDataState.NONE : UserDataState.PREVIEWED;
            case TRAINING -> UserDataState.PREVIEWED;
            case TUNING, COMPARING -> UserDataState.TRAINED;
            case NONE, PREVIEWED, TRAINED -> now;
        };
    }

    // commands

    /**
     * Reads a file. If it is rejected, the previous file is kept.
     *
     * @param plan how it is used; null as inferred
     * @param onRejected runs on the FX thread after a rejection
     */
    public void read(Path newFile, @Nullable CsvPlan plan, Runnable onRejected) {
        runStep(UserDataState.READING, "table", onRejected, stop -> {
            CsvPreview read = plan == null ? CsvPreview.read(newFile) : CsvPreview.read(newFile, plan.format());
            CsvInference first = inference(read, plan);
            return () -> {
                file = newFile;
                preview.set(read);
                guess.set(first);
                discardResults();
            };
        });
    }

    private static CsvInference inference(CsvPreview preview, @Nullable CsvPlan plan) {
        CsvInference inferred = CsvInference.of(preview);
        if (plan == null) {
            return inferred;
        }
        return (inferred.plan().target().equals(plan.target()) ? inferred : CsvInference.of(preview, plan.target()))
                .forPlan(preview, plan);
    }

    /** Changes the target column and infers the other settings again. A column that cannot be predicted is rejected. */
    public void changeTarget(String column) {
        CsvPreview now = preview.get();
        CsvInference before = guess.get();
        if (now == null || before == null || before.plan().target().equals(column)) {
            return;
        }
        try {
            guess.set(CsvInference.of(now, column));
            discardResults();
        } catch (InvalidInputException error) {
            onInvalidInput.accept(error);
        }
    }

    /** Changes how the file is used. */
    public void changePlan(CsvPlan plan) {
        CsvPreview now = preview.get();
        CsvInference before = guess.get();
        if (now == null || before == null || before.plan().equals(plan)) {
            return;
        }
        guess.set(before.forPlan(now, plan));
        discardResults();
    }

    /** Discards the results, because they are out of date. */
    private void discardResults() {
        stopped.set(true);
        baseline.set(UserBaseline.NONE);
        trials.set(List.of());
        state.set(UserDataState.PREVIEWED);
    }

    /** Trains the baseline with this number of seeds. */
    public void train(int seeds) {
        CsvInference now = guess.get();
        Path path = file;
        if (now == null || path == null) {
            return;
        }
        baseline.set(UserBaseline.NONE);
        trials.set(List.of());
        runStep(UserDataState.TRAINING, "baseline", stop -> {
            UserBaseline found = new UserDataWorkflow(workers, path, stop)
                    .baseline(
                            now.plan(),
                            seeds,
                            (trained, done) -> reportProgress(stop, () -> {
                                share.set(done);
                                baseline.set(trained);
                            }));
            return () -> {
                baseline.set(found);
                state.set(found.values().isEmpty() ? UserDataState.PREVIEWED : UserDataState.TRAINED);
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
        runStep(UserDataState.TUNING, "study", stop -> {
            UserDataWorkflow steps = new UserDataWorkflow(workers, path, stop);
            Optional<UserDataWorkflow.UserStudyResult> studyResult = steps.search(
                    from,
                    seeds,
                    (rows, done) -> reportProgress(stop, () -> {
                        share.set(done);
                        trials.set(rows);
                    }));
            runOnFxThread(stop, () -> {
                share.set(0);
                studyResult.ifPresent(found -> trials.set(found.rows()));
                state.set(UserDataState.COMPARING);
            });
            Optional<Case> completedCase = studyResult.flatMap(found ->
                    steps.compare(found.unscoredCase(), done -> reportProgress(stop, () -> share.set(done))));
            return () -> {
                state.set(UserDataState.TRAINED);
                completedCase.ifPresent(onCaseCompleted);
            };
        });
    }

    /** Stops the current step. Results that are still valid are kept. */
    public void stop() {
        if (isWorking()) {
            stopped.set(true);
            share.set(0);
            state.set(stateAfter(state.get()));
        }
    }

    // running a step

    /** A step that runs on a worker. It returns the change to make on the FX thread. */
    private interface UserDataStep {
        Runnable compute(BooleanSupplier stop);
    }

    private void runStep(UserDataState workingState, String name, UserDataStep step) {
        runStep(workingState, name, () -> {}, step);
    }

    private void runStep(UserDataState workingState, String name, Runnable onRejected, UserDataStep step) {
        stopped.set(true);
        AtomicBoolean cancelled = new AtomicBoolean();
        stopped = cancelled;
        UserDataState before = stateAfter(state.get());
        share.set(0);
        state.set(workingState);
        workers.run(name, () -> {
            Runnable end;
            try {
                end = step.compute(cancelled::get);
            } catch (InvalidInputException error) {
                end = () -> {
                    state.set(before);
                    onInvalidInput.accept(error);
                    onRejected.run();
                };
            }
            Runnable last = end;
            runOnFxThread(cancelled::get, () -> {
                share.set(0);
                last.run();
            });
        });
    }

    private void runOnFxThread(BooleanSupplier stop, Runnable change) {
        fxExecutor.execute(() -> {
            if (!stop.getAsBoolean()) {
                change.run();
            }
        });
    }

    /** Like {@code tell}, but a newer change replaces one that has not run yet. */
    private void reportProgress(BooleanSupplier stop, Runnable change) {
        progressUpdates.offer(() -> {
            if (!stop.getAsBoolean()) {
                change.run();
            }
        });
    }
}
