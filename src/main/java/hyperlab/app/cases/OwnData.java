package hyperlab.app.cases;

import hyperlab.app.concurrent.Latest;
import hyperlab.app.concurrent.Runner;
import hyperlab.cases.Case;
import hyperlab.data.CsvGuess;
import hyperlab.data.CsvPlan;
import hyperlab.data.CsvPreview;
import hyperlab.rule.Refusal;
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
 * A table of one's own on its way to a case: looked through, its guesses corrected, a baseline trained, a study run, and
 * the two compared on rows that neither saw ({@link OwnSteps}). Each step works on a worker and can be stopped; a step that
 * fails says why in one line and leaves what was there.
 */
public final class OwnData {
    private final Runner workers;
    private final Executor window;
    private final Consumer<Refusal> refused;
    private final Consumer<Case> made;
    private final ReadOnlyObjectWrapper<OwnState> state = new ReadOnlyObjectWrapper<>(this, "state", OwnState.NONE);
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share", 0);
    private final ReadOnlyObjectWrapper<@Nullable CsvPreview> preview =
            new ReadOnlyObjectWrapper<>(this, "preview", null);
    private final ReadOnlyObjectWrapper<@Nullable CsvGuess> guess = new ReadOnlyObjectWrapper<>(this, "guess", null);
    private final ReadOnlyObjectWrapper<OwnBaseline> baseline =
            new ReadOnlyObjectWrapper<>(this, "baseline", OwnBaseline.NONE);
    private final ReadOnlyObjectWrapper<List<TrialRow>> trials = new ReadOnlyObjectWrapper<>(this, "trials", List.of());
    private final Latest<Runnable> news;
    private AtomicBoolean stopped = new AtomicBoolean();
    private @Nullable Path file;

    /** @param made is given a case that is done */
    OwnData(Runner workers, Executor window, Consumer<Refusal> refused, Consumer<Case> made) {
        this.workers = workers;
        this.window = window;
        this.refused = refused;
        this.made = made;
        news = new Latest<>(window, Runnable::run);
    }

    // properties

    public ReadOnlyObjectProperty<OwnState> state() {
        return state.getReadOnlyProperty();
    }

    /** How much of the step under way is done, 0 … 1. */
    public ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /** The file at a glance; null before one was read. */
    public ReadOnlyObjectProperty<@Nullable CsvPreview> preview() {
        return preview.getReadOnlyProperty();
    }

    /** How it is used: the guess as it was corrected, with its reasons. */
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

    /** Where a state goes when its work ends without a result. */
    private OwnState settled(OwnState now) {
        return switch (now) {
            case READING -> preview.get() == null ? OwnState.NONE : OwnState.PREVIEWED;
            case TRAINING -> OwnState.PREVIEWED;
            case TUNING, COMPARING -> OwnState.TRAINED;
            case NONE, PREVIEWED, TRAINED -> now;
        };
    }

    // commands

    /** Looks a file through; one that is refused leaves what was there. */
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

    /** Predicts another column, with the rest guessed anew; refused where it cannot be predicted. */
    public void target(String column) {
        CsvPreview now = preview.get();
        CsvGuess before = guess.get();
        if (now == null || before == null || before.plan().target().equals(column)) {
            return;
        }
        try {
            guess.set(CsvGuess.of(now, column));
            forget();
        } catch (Refusal refusal) {
            refused.accept(refusal);
        }
    }

    /** Uses the file otherwise. */
    public void correct(CsvPlan plan) {
        CsvPreview now = preview.get();
        CsvGuess before = guess.get();
        if (now == null || before == null || before.plan().equals(plan)) {
            return;
        }
        guess.set(before.measured(now, plan));
        forget();
    }

    /** What was trained is out of date. */
    private void forget() {
        stopped.set(true);
        baseline.set(OwnBaseline.NONE);
        trials.set(List.of());
        state.set(OwnState.PREVIEWED);
    }

    /** Trains the baseline under so many seeds. */
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

    /** Runs the usual study from the baseline, then both under so many seeds; the case is handed over when it is done. */
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

    /** Stops the step under way; what it has found so far stays where it is of use. */
    public void stop() {
        if (isWorking()) {
            stopped.set(true);
            share.set(0);
            state.set(settled(state.get()));
        }
    }

    // how a step works

    /** One step on a worker: gives what the window does with what was found. */
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
            } catch (Refusal refusal) {
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

    /** The same, but for news that are overtaken by newer ones. */
    private void tellNewest(BooleanSupplier stop, Runnable change) {
        news.offer(() -> {
            if (!stop.getAsBoolean()) {
                change.run();
            }
        });
    }
}
