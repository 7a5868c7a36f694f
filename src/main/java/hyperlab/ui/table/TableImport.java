package hyperlab.ui.table;

import hyperlab.data.ColumnProfile;
import hyperlab.data.CsvFormat;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPlan;
import hyperlab.data.CsvPreview;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.data.PredictionTask;
import hyperlab.data.TargetLeaks;
import hyperlab.diagnosis.TableDoctor;
import hyperlab.finding.Finding;
import hyperlab.finding.NoEvidence;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A table that the user is about to open: its format and its use are inferred, corrected, and tried out. Reading and
 * preparing run on a worker, one at a time; of the changes in the meantime only the newest counts. Needs no toolkit.
 */
public final class TableImport {
    private final TaskExecutor workers;
    private final Executor fxExecutor;
    private final Path file;
    private final DataSettings split;
    private final ReadOnlyObjectWrapper<State> state;
    private boolean working;
    private @Nullable Supplier<State> next;

    /**
     * What is known about the table.
     *
     * @param format how it is read
     * @param preview null if it cannot be read in this format
     * @param inference how it is used, and why; null if it cannot be used
     * @param leaks the columns that give the target away
     * @param warnings about results that would mean little
     * @param effect what the plan makes of it; null if that is not known yet, or if the plan does not fit
     * @param problem why it cannot be read or used like this; null if it can
     */
    public record State(
            CsvFormat format,
            @Nullable CsvPreview preview,
            @Nullable CsvInference inference,
            List<String> leaks,
            List<Finding<NoEvidence, Void>> warnings,
            @Nullable TableEffect effect,
            @Nullable InvalidInputException problem) {
        public State {
            leaks = List.copyOf(leaks);
            warnings = List.copyOf(warnings);
        }

        private State withProblem(InvalidInputException newProblem) {
            return new State(format, preview, inference, leaks, warnings, effect, newProblem);
        }

        /** Whether the preview is that of the format; the file may still be being read. */
        private boolean isCurrent() {
            return preview != null && preview.format().equals(format);
        }

        /** Whether it can be used as it is. */
        public boolean isUsable() {
            return effect != null && problem == null;
        }
    }

    private TableImport(TaskExecutor workers, Executor fxExecutor, Path file, DataSettings split, State first) {
        this.workers = workers;
        this.fxExecutor = fxExecutor;
        this.file = file;
        this.split = split;
        state = new ReadOnlyObjectWrapper<>(this, "state", first);
    }

    /**
     * Reads a file. Its format and use can be corrected if they were guessed wrong; a file that is no table is
     * rejected.
     *
     * @param split how the rows will be split; if its source is this file, the table is used as it says
     * @param onOpened receives the table on the FX thread
     * @param onRejected receives the reason on the FX thread if the file is no table
     */
    public static void open(
            TaskExecutor workers,
            Executor fxExecutor,
            Path file,
            DataSettings split,
            Consumer<TableImport> onOpened,
            Consumer<InvalidInputException> onRejected) {
        workers.run("table", () -> {
            try {
                State first = first(file, split);
                fxExecutor.execute(() -> onOpened.accept(new TableImport(workers, fxExecutor, file, split, first)));
            } catch (InvalidInputException error) {
                fxExecutor.execute(() -> onRejected.accept(error));
            }
        });
    }

    public Path file() {
        return file;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    // commands

    /** Reads the file again in another format. */
    public void changeFormat(CsvFormat format) {
        State now = state.get();
        if (!format.equals(now.format())) {
            state.set(new State(format, now.preview(), now.inference(), now.leaks(), now.warnings(), null, null));
            run(() -> read(file, format, split));
        }
    }

    /** Selects the target and infers the other settings again. */
    public void changeTarget(String column) {
        State now = state.get();
        CsvPreview preview = now.preview();
        CsvInference before = now.inference();
        if (preview == null
                || before == null
                || !now.isCurrent()
                || before.plan().target().equals(column)) {
            return;
        }
        try {
            tryOut(preview, CsvInference.of(preview, column));
        } catch (InvalidInputException error) {
            state.set(now.withProblem(error));
        }
    }

    /** Changes how the table is used. */
    public void changePlan(CsvPlan plan) {
        State now = state.get();
        CsvPreview preview = now.preview();
        CsvInference before = now.inference();
        if (preview != null
                && before != null
                && now.isCurrent()
                && !before.plan().equals(plan)) {
            tryOut(preview, before.forPlan(preview, plan));
        }
    }

    private void tryOut(CsvPreview preview, CsvInference inference) {
        State now = state.get();
        state.set(new State(now.format(), preview, inference, now.leaks(), now.warnings(), null, null));
        run(() -> tried(preview, inference, split));
    }

    /** Makes a column a feature, or leaves it out. */
    public void setFeature(String column, boolean used) {
        changeColumns(column, used, CsvPlan::features, CsvPlan::withFeatures);
    }

    /** Treats a column as categories or as numbers. */
    public void setCategory(String column, boolean category) {
        changeColumns(column, category, CsvPlan::categories, CsvPlan::withCategories);
    }

    private void changeColumns(
            String column,
            boolean included,
            Function<CsvPlan, List<String>> get,
            BiFunction<CsvPlan, List<String>, CsvPlan> with) {
        CsvPreview preview = state.get().preview();
        CsvInference inference = state.get().inference();
        if (preview == null || inference == null || inference.plan().target().equals(column)) {
            return;
        }
        CsvPlan plan = inference.plan();
        Set<String> names = new HashSet<>(get.apply(plan));
        if (included ? names.add(column) : names.remove(column)) {
            CsvPlan changed = with.apply(plan, inFileOrder(preview, names));
            boolean onlyText = !preview.column(column).canBeNumber();
            Set<String> categories = new HashSet<>(changed.categories());
            if (onlyText && categories.add(column)) {
                changed = changed.withCategories(inFileOrder(preview, categories));
            }
            changePlan(changed);
        }
    }

    private static List<String> inFileOrder(CsvPreview preview, Set<String> names) {
        return preview.columns().stream()
                .map(ColumnProfile::name)
                .filter(names::contains)
                .toList();
    }

    // work

    private static State first(Path file, DataSettings split) {
        CsvSettings known = split.csv();
        if (known == null || !Path.of(known.file()).equals(file)) {
            return read(file, CsvFormat.detect(file), split);
        }
        State state = read(file, known.format(), split);
        CsvPreview preview = state.preview();
        if (preview == null || state.inference() == null) {
            return state;
        }
        CsvInference inferred = state.inference().plan().target().equals(known.target())
                ? state.inference()
                : CsvInference.of(preview, known.target());
        CsvPlan plan = inferred.plan().withMissing(known.missing()).withStandardize(split.standardize());
        if (!known.features().isEmpty()) {
            plan = plan.withFeatures(known.features()).withCategories(known.categories());
        }
        PredictionTask task = known.task();
        return tried(preview, inferred.forPlan(preview, task == null ? plan : plan.withTask(task)), split);
    }

    private static State read(Path file, CsvFormat format, DataSettings split) {
        CsvPreview preview = null;
        try {
            preview = CsvPreview.read(file, format);
            return tried(preview, CsvInference.of(preview), split);
        } catch (InvalidInputException error) {
            return new State(format, preview, null, List.of(), List.of(), null, error);
        }
    }

    /** Prepares the table as planned. */
    private static State tried(CsvPreview preview, CsvInference inference, DataSettings split) {
        TableEffect effect = null;
        InvalidInputException problem = null;
        List<String> leaks = List.of();
        try {
            leaks = TargetLeaks.find(preview.file(), inference.plan());
            effect = TableEffect.of(preview.file(), inference.plan(), split);
        } catch (InvalidInputException error) {
            problem = error;
        }
        int evaluated = effect == null ? 0 : effect.evaluatedRows();
        List<Finding<NoEvidence, Void>> warnings = TableDoctor.examine(preview, inference, evaluated, leaks);
        return new State(preview.format(), preview, inference, leaks, warnings, effect, problem);
    }

    private void run(Supplier<State> work) {
        if (working) {
            next = work;
            return;
        }
        working = true;
        workers.run("table", () -> {
            State result = work.get();
            fxExecutor.execute(() -> {
                Supplier<State> newer = next;
                working = false;
                next = null;
                if (newer == null) {
                    state.set(result);
                } else {
                    run(newer);
                }
            });
        });
    }
}
