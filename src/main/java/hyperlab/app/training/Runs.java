package hyperlab.app.training;

import hyperlab.app.UndoHistory;
import hyperlab.file.RunsFormat;
import hyperlab.file.SavedHistory;
import hyperlab.file.SavedRun;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.rule.Checks;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The compared runs, in list order: the live run, the pinned runs, and the previous run, which stays until another run
 * ends. Actions on them can be undone. FX thread only.
 */
final class Runs {
    /** The maximum number of saved runs; only the latest are saved. */
    private static final int MOST_SAVED = 24;

    private final UndoHistory undo;
    private final ReadOnlyObjectWrapper<List<KeptRun>> list = new ReadOnlyObjectWrapper<>(this, "list", List.of());
    private int nextId = 1;
    private int liveId;
    private int baseId;

    Runs(UndoHistory undo) {
        this.undo = undo;
    }

    // properties

    /** The runs. The list is immutable; each change creates a new one. */
    ReadOnlyObjectProperty<List<KeptRun>> list() {
        return list.getReadOnlyProperty();
    }

    /** The run that is played. */
    KeptRun live() {
        return find(liveId).orElseThrow();
    }

    boolean isLive(KeptRun run) {
        return run.id() == liveId;
    }

    Optional<KeptRun> find(int id) {
        return list.get().stream().filter(run -> run.id() == id).findFirst();
    }

    /** The run that was live before this one; null if there is none or it was deleted. */
    @Nullable
    KeptRun previous() {
        return list.get().stream()
                .filter(run -> run.id() != liveId && !run.isOriginal())
                .reduce((one, other) -> one.id() > other.id() ? one : other)
                .orElse(null);
    }

    /**
     * The run that the live run is compared with: the selected one, otherwise the previous run; null if there is none.
     */
    @Nullable
    KeptRun base() {
        return find(baseId)
                .filter(run -> run.id() != liveId && !run.isOriginal())
                .orElseGet(this::previous);
    }

    /** The experiments of the run that the live run is compared with, if any, and of the live run. */
    List<Experiment> compared() {
        return Stream.of(base(), live())
                .flatMap(Stream::ofNullable)
                .map(KeptRun::experiment)
                .toList();
    }

    // commands

    /**
     * Selects the run that the live run is compared with from now on. The live run itself may be selected for later
     * comparisons.
     */
    void compareWith(int id) {
        baseId = id;
        list.set(new ArrayList<>(list.get()));
    }

    /**
     * Adds a run and makes it the live run.
     *
     * @param keepsEnded whether the current live run stays as the previous run; a pinned run stays in any case
     */
    KeptRun begin(Experiment experiment, RunHistory history, boolean keepsEnded) {
        List<KeptRun> kept = new ArrayList<>();
        boolean replaced =
                find(liveId).map(ended -> keepsEnded && !ended.pinned()).orElse(false);
        for (KeptRun run : list.get()) {
            boolean ended = run.id() == liveId;
            if (run.pinned() || (ended ? keepsEnded : !replaced)) {
                kept.add(run);
            }
        }
        KeptRun begun = new KeptRun(
                nextId++,
                free(kept, KeptRun::number, 1),
                "",
                free(kept, KeptRun::look, 0),
                experiment,
                history,
                true,
                false,
                null);
        kept.add(begun);
        liveId = begun.id();
        list.set(List.copyOf(kept));
        return begun;
    }

    /** Adds a pinned run of a Playground link. */
    KeptRun addOriginal(PlaygroundExperiment original, RunHistory history) {
        List<KeptRun> kept = list.get();
        KeptRun added = new KeptRun(
                nextId++,
                free(kept, KeptRun::number, 1),
                "",
                free(kept, KeptRun::look, 0),
                live().experiment(),
                history,
                true,
                true,
                original);
        int place = kept.size();
        undo.settle();
        putIn(added, place);
        undo.record("training.runs.original", added.id(), false, true, isThere -> {
            if (isThere) {
                putIn(added, place);
            } else {
                takeOut(added.id());
            }
        });
        return added;
    }

    /**
     * Replaces all runs except the live one with saved runs, which are listed before it. The live run is then compared
     * with the last of them that has a different experiment.
     */
    void bringBack(List<SavedRun> saved) {
        List<KeptRun> all = new ArrayList<>();
        for (SavedRun run : saved) {
            all.add(new KeptRun(
                    nextId++,
                    free(all, KeptRun::number, 1),
                    run.name(),
                    run.seriesIndex(),
                    run.experiment(),
                    RunHistory.of(run.history()),
                    run.visible(),
                    run.pinned(),
                    run.original()));
        }
        Experiment played = live().experiment();
        all.stream()
                .filter(run -> !run.isOriginal() && !run.experiment().equals(played))
                .reduce((one, other) -> other)
                .ifPresent(run -> baseId = run.id());
        all.add(live().renumbered(free(all, KeptRun::number, 1), free(all, KeptRun::look, 0)));
        list.set(List.copyOf(all));
    }

    /** The runs that have finished an epoch, in the form for saving. Any thread. */
    static List<SavedRun> saved(List<KeptRun> runs) {
        List<SavedRun> saved = new ArrayList<>();
        for (KeptRun run : runs) {
            SavedHistory history = run.history().saved(RunsFormat.MAX_ROWS);
            if (history != null && history.rows().size() > 1) {
                saved.add(new SavedRun(
                        run.name(),
                        run.look(),
                        run.visible(),
                        run.pinned(),
                        run.experiment(),
                        run.original(),
                        history));
            }
        }
        return List.copyOf(saved.subList(Math.max(0, saved.size() - MOST_SAVED), saved.size()));
    }

    /** Removes all runs except the live run and the pinned runs. */
    void forgetOthers() {
        list.set(list.get().stream().filter(run -> isLive(run) || run.pinned()).toList());
    }

    void pin(int id, boolean pinned) {
        change("training.runs.pin", id, run -> run.withPinned(pinned));
    }

    /** @param name blank for an automatic name */
    void rename(int id, String name) {
        change("training.runs.rename", id, run -> run.withName(name.strip()));
    }

    void look(int id, int look) {
        Checks.atLeast("look", look, 0);
        change("training.runs.look", id, run -> run.withLook(look));
    }

    void show(int id, boolean visible) {
        change("training.runs.visible", id, run -> run.withVisible(visible));
    }

    /** Removes a run from the list. The live run cannot be removed. */
    void delete(int id) {
        int place = place(id);
        if (id == liveId || place < 0) {
            return;
        }
        KeptRun deleted = list.get().get(place);
        undo.settle();
        takeOut(id);
        undo.record("training.runs.delete", id, true, false, isThere -> {
            if (isThere) {
                putIn(deleted, place);
            } else {
                takeOut(id);
            }
        });
    }

    /** Moves a run by a number of places, limited to the ends of the list; negative moves up. */
    void move(int id, int places) {
        int from = place(id);
        if (from < 0) {
            return;
        }
        int to = Math.max(0, Math.min(list.get().size() - 1, from + places));
        undo.settle();
        moveTo(id, to);
        undo.record("training.runs.move", id, from, to, place -> moveTo(id, place));
    }

    private void change(String nameKey, int id, UnaryOperator<KeptRun> change) {
        find(id).ifPresent(before -> {
            KeptRun after = change.apply(before);
            undo.settle();
            replace(after);
            undo.record(nameKey, id, before, after, this::replace);
        });
    }

    private void replace(KeptRun changed) {
        list.set(list.get().stream()
                .map(run -> run.id() == changed.id() ? changed : run)
                .toList());
    }

    private void takeOut(int id) {
        list.set(list.get().stream().filter(run -> run.id() != id).toList());
    }

    private void putIn(KeptRun run, int place) {
        List<KeptRun> changed = new ArrayList<>(list.get());
        changed.add(Math.min(place, changed.size()), run);
        list.set(List.copyOf(changed));
    }

    private void moveTo(int id, int place) {
        find(id).ifPresent(run -> {
            List<KeptRun> changed = new ArrayList<>(list.get());
            changed.remove(run);
            changed.add(Math.min(place, changed.size()), run);
            list.set(List.copyOf(changed));
        });
    }

    private int place(int id) {
        List<KeptRun> now = list.get();
        return IntStream.range(0, now.size())
                .filter(place -> now.get(place).id() == id)
                .findFirst()
                .orElse(-1);
    }

    /** The lowest number, from {@code first} on, that none of them has. */
    private static int free(List<KeptRun> kept, ToIntFunction<KeptRun> of, int first) {
        return IntStream.iterate(first, number -> number + 1)
                .filter(number -> kept.stream().noneMatch(run -> of.applyAsInt(run) == number))
                .findFirst()
                .orElseThrow();
    }
}
