package hyperlab.lab.training.run;

import hyperlab.file.runs.SavedRun;
import hyperlab.file.runs.SavedRuns;
import hyperlab.log.TrainingLog;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.rule.Checks;
import hyperlab.train.Experiment;
import hyperlab.ui.UndoHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The compared runs, in list order: the live run, the pinned runs, and the latest ended runs. Each keeps its color and
 * number. Actions on them can be undone. FX thread only.
 */
public final class ComparedRuns {

    /** The number of ended runs that stay without being pinned. */
    private static final int MAX_KEPT = 5;

    private final UndoHistory undo;
    private final ReadOnlyObjectWrapper<List<ComparedRun>> list = new ReadOnlyObjectWrapper<>(this, "list", List.of());
    private int nextId = 1;
    private int nextNumber = 1;
    private int liveId;
    private final ReadOnlyIntegerWrapper referenceId = new ReadOnlyIntegerWrapper(this, "referenceId");

    /** The run with the log that was opened last, even if it was listed before; 0 if none was opened. */
    private final ReadOnlyIntegerWrapper openedLogId = new ReadOnlyIntegerWrapper(this, "openedLogId");

    public ComparedRuns(UndoHistory undo) {
        this.undo = undo;
    }

    // properties

    /** The runs. The list is immutable; each change creates a new one. */
    public ReadOnlyObjectProperty<List<ComparedRun>> runsProperty() {
        return list.getReadOnlyProperty();
    }

    /** The id of the run that was selected for the comparison; 0 if none was. */
    public ReadOnlyIntegerProperty referenceIdProperty() {
        return referenceId.getReadOnlyProperty();
    }

    /** The id of the run with the log that was opened last; 0 if none was opened. */
    public ReadOnlyIntegerProperty openedLogIdProperty() {
        return openedLogId.getReadOnlyProperty();
    }

    /** The run that is played. */
    public ComparedRun live() {
        return find(liveId).orElseThrow();
    }

    /** The runs whose curves are drawn: the visible ones and the live run. */
    List<ComparedRun> drawn() {
        return list.get().stream().filter(run -> run.visible() || isLive(run)).toList();
    }

    /** The drawn log that was opened last; if that one is not drawn, the newest in the list. */
    Optional<ComparedRun> examinedLog() {
        return drawn().stream()
                .filter(run -> run.log() != null)
                .max(Comparator.comparing((ComparedRun run) -> run.id() == openedLogId.get())
                        .thenComparing(ComparedRun::id));
    }

    boolean isLive(ComparedRun run) {
        return run.id() == liveId;
    }

    Optional<ComparedRun> find(int id) {
        return list.get().stream().filter(run -> run.id() == id).findFirst();
    }

    /** Whether a run is drawn only as the previous one: it is neither live nor pinned nor renamed. */
    boolean isGhost(ComparedRun run) {
        return run.equals(previous()) && !run.pinned() && run.name().isEmpty();
    }

    /** The run that was live before this one; null if there is none or it was deleted. */
    @Nullable
    ComparedRun previous() {
        return latest(run -> true);
    }

    private @Nullable ComparedRun latest(Predicate<ComparedRun> condition) {
        return list.get().stream()
                .filter(run -> run.id() != liveId && run.hasSettings() && condition.test(run))
                .reduce((one, other) -> one.id() > other.id() ? one : other)
                .orElse(null);
    }

    /**
     * The run that the live run is compared with: the selected one, otherwise the previous one, of those that are drawn;
     * null if there is none.
     */
    public @Nullable ComparedRun reference() {
        return find(referenceId.get())
                .filter(run -> run.id() != liveId && run.hasSettings() && run.visible())
                .orElseGet(() -> latest(ComparedRun::visible));
    }

    /**
     * Whether its loss can be drawn on the axis of the live run: a squared error and a cross-entropy cannot share one.
     * True while one of the loss functions is not known.
     */
    boolean sharesLossAxis(ComparedRun run) {
        RunFacts own = live().history().facts();
        RunFacts other = run.history().facts();
        return own == null || other == null || own.loss() == other.loss();
    }

    /** The experiments of the run that the live run is compared with, if any, and of the live run. */
    public List<Experiment> comparedExperiments() {
        return Stream.of(reference(), live())
                .flatMap(Stream::ofNullable)
                .map(ComparedRun::experiment)
                .toList();
    }

    // commands

    /**
     * Selects the run that the live run is compared with from now on. The live run itself may be selected for later
     * comparisons. A hidden run is drawn again.
     */
    public void compareWith(int id) {
        find(id).filter(run -> !run.visible()).ifPresent(run -> replace(run.withVisible(true)));
        referenceId.set(id);
    }

    /**
     * Adds a run and makes it the live run. The latest {@value #MAX_KEPT} runs that are not pinned stay, and of these
     * only the previous run and the one to compare with are drawn.
     *
     * @param keepPrevious whether the current live run stays as the previous run; a pinned run stays in any case.
     *     Otherwise the new run takes its place in the list, with its color
     */
    ComparedRun start(Experiment experiment, RunHistory history, boolean keepPrevious) {
        ComparedRun ended = find(liveId).orElse(null);
        List<ComparedRun> kept = new ArrayList<>(list.get());
        if (ended != null && !keepPrevious && !ended.pinned()) {
            ComparedRun started = new ComparedRun(
                    ended.id(), ended.number(), "", ended.style(), experiment, history, true, false, null);
            kept.set(kept.indexOf(ended), started);
            list.set(List.copyOf(kept));
            return started;
        }
        ComparedRun before = previous();
        if (before != null && !before.pinned() && before.id() != referenceId.get()) {
            kept.set(kept.indexOf(before), before.withVisible(false));
        }
        List<Integer> unpinned = kept.stream()
                .filter(run -> !run.pinned())
                .map(ComparedRun::id)
                .sorted()
                .toList();
        List<Integer> oldest = unpinned.subList(0, Math.max(0, unpinned.size() - MAX_KEPT));
        kept.removeIf(run -> oldest.contains(run.id()));
        ComparedRun started = new ComparedRun(
                nextId++,
                nextNumber++,
                "",
                lowestFree(kept, ComparedRun::style),
                experiment,
                history,
                true,
                false,
                null);
        kept.add(started);
        liveId = started.id();
        list.set(List.copyOf(kept));
        return started;
    }

    /** The list and the roles of its runs at one moment. */
    record ListState(List<ComparedRun> runs, int liveId, int referenceId) {}

    ListState listState() {
        return new ListState(list.get(), liveId, referenceId.get());
    }

    /** Returns to an earlier list. */
    void restoreState(ListState earlier) {
        liveId = earlier.liveId;
        list.set(earlier.runs);
        referenceId.set(earlier.referenceId);
    }

    /**
     * Adds a pinned run of a Playground link.
     *
     * @param settings sets the settings of the link (true), or those before it; one undo takes back both
     */
    ComparedRun addPlayground(PlaygroundExperiment playground, RunHistory history, Consumer<Boolean> settings) {
        undo.settle();
        settings.accept(true);
        ComparedRun added = pinnedRun(history, playground, null);
        int index = list.get().size();
        insert(added, index);
        undo.record("training.runs.original", added.id(), false, true, present -> {
            settings.accept(present);
            remove(added.id());
            if (present) {
                insert(added, index);
            }
        });
        return added;
    }

    /**
     * Adds a pinned run that shows a log. If one with the same content is listed already, it is drawn and examined instead.
     *
     * @return whether a run was added
     */
    public boolean addLog(TrainingLog log) {
        Optional<ComparedRun> listed =
                list.get().stream().filter(run -> shows(run, log)).findFirst();
        if (listed.isPresent()) {
            listed.filter(run -> !run.visible()).ifPresent(run -> setVisible(run.id(), true));
            openedLogId.set(listed.get().id());
            return false;
        }
        undo.settle();
        ComparedRun added = pinnedRun(RunHistory.of(log), null, log);
        int index = list.get().size();
        insert(added, index);
        openedLogId.set(added.id());
        undo.record("training.runs.log", added.id(), false, true, present -> {
            remove(added.id());
            if (present) {
                insert(added, index);
            }
        });
        return true;
    }

    /** A new pinned run that was not trained by an experiment. */
    private ComparedRun pinnedRun(
            RunHistory history, @Nullable PlaygroundExperiment playground, @Nullable TrainingLog log) {
        return new ComparedRun(
                nextId++,
                nextNumber++,
                "",
                lowestFree(list.get(), ComparedRun::style),
                live().experiment(),
                history,
                true,
                true,
                playground,
                log);
    }

    private static boolean shows(ComparedRun run, TrainingLog log) {
        TrainingLog shown = run.log();
        return shown != null && shown.hasSameContentAs(log);
    }

    /** Reads the columns of a log in another way. */
    public void changeLog(int id, TrainingLog log) {
        change("training.runs.columns", id, run -> run.withLog(log));
    }

    /** Replaces all runs except the live one with saved runs, which are listed before it. */
    void restore(SavedRuns saved) {
        List<ComparedRun> all = new ArrayList<>();
        nextNumber = 1;
        for (SavedRun run : saved.runs()) {
            all.add(restored(run, history(run), run.visible()));
        }
        List<ComparedRun> others = List.copyOf(all);
        all.add(live().withNumberAndStyle(nextNumber++, lowestFree(all, ComparedRun::style)));
        list.set(List.copyOf(all));
        compareWithSaved(others, saved.roles());
    }

    /**
     * Replaces all runs with saved runs.
     *
     * @param played the index of the run that becomes the live run
     * @param history its history
     */
    void restore(SavedRuns saved, int played, RunHistory history) {
        List<ComparedRun> all = new ArrayList<>();
        nextNumber = 1;
        for (int k = 0; k < saved.runs().size(); k++) {
            SavedRun run = saved.runs().get(k);
            boolean isPlayed = k == played;
            ComparedRun restored = restored(run, isPlayed ? history : history(run), isPlayed || run.visible());
            all.add(restored);
            liveId = isPlayed ? restored.id() : liveId;
        }
        list.set(List.copyOf(all));
        compareWithSaved(all, saved.roles());
    }

    private static RunHistory history(SavedRun run) {
        TrainingLog log = run.log();
        return log == null ? RunHistory.of(run.history()) : RunHistory.of(log);
    }

    private ComparedRun restored(SavedRun run, RunHistory history, boolean visible) {
        return new ComparedRun(
                nextId++,
                nextNumber++,
                run.name(),
                run.seriesIndex(),
                run.experiment(),
                history,
                visible,
                run.pinned(),
                run.original(),
                run.log());
    }

    /**
     * Compares the live run with the same run as when the runs were saved. If that is not known, compares it with the
     * last of the others that has a different experiment.
     */
    private void compareWithSaved(List<ComparedRun> restored, SavedRuns.@Nullable Roles roles) {
        Integer reference = roles == null ? null : roles.reference();
        if (reference != null) {
            compareWith(restored.get(reference).id());
            return;
        }
        Experiment played = live().experiment();
        restored.stream()
                .filter(run ->
                        run.visible() && run.hasSettings() && !run.experiment().equals(played))
                .reduce((one, other) -> other)
                .ifPresent(run -> compareWith(run.id()));
    }

    /** Removes all runs except the live run and the pinned runs. */
    void removeOthers() {
        list.set(list.get().stream().filter(run -> isLive(run) || run.pinned()).toList());
    }

    public void pin(int id, boolean pinned) {
        change("training.runs.pin", id, run -> run.withPinned(pinned));
    }

    /** Renames a run; a blank name restores the automatic one. */
    public void rename(int id, String name) {
        change("training.runs.rename", id, run -> run.withName(name.strip()));
    }

    public void setStyle(int id, int style) {
        Checks.atLeast("look", style, 0);
        change("training.runs.look", id, run -> run.withStyle(style));
    }

    public void setVisible(int id, boolean visible) {
        change("training.runs.visible", id, run -> run.withVisible(visible));
    }

    /** Removes a run from the list. The live run cannot be removed. */
    void delete(int id) {
        int index = indexOf(id);
        if (id == liveId || index < 0) {
            return;
        }
        ComparedRun deleted = list.get().get(index);
        undo.settle();
        remove(id);
        undo.record("training.runs.delete", id, true, false, present -> {
            if (present) {
                insert(deleted, index);
            } else {
                remove(id);
            }
        });
    }

    /** Moves a run by a number of places, limited to the ends of the list; negative moves up. */
    void move(int id, int places) {
        int from = indexOf(id);
        if (from < 0) {
            return;
        }
        int to = Math.max(0, Math.min(list.get().size() - 1, from + places));
        undo.settle();
        moveTo(id, to);
        undo.record("training.runs.move", id, from, to, index -> moveTo(id, index));
    }

    private void change(String nameKey, int id, UnaryOperator<ComparedRun> change) {
        find(id).ifPresent(before -> {
            ComparedRun after = change.apply(before);
            undo.settle();
            replace(after);
            undo.record(nameKey, id, before, after, this::replace);
        });
    }

    private void replace(ComparedRun changed) {
        list.set(list.get().stream()
                .map(run -> run.id() == changed.id() ? changed : run)
                .toList());
    }

    private void remove(int id) {
        list.set(list.get().stream().filter(run -> run.id() != id).toList());
    }

    private void insert(ComparedRun run, int index) {
        List<ComparedRun> changed = new ArrayList<>(list.get());
        changed.add(Math.min(index, changed.size()), run);
        list.set(List.copyOf(changed));
    }

    private void moveTo(int id, int index) {
        find(id).ifPresent(run -> {
            List<ComparedRun> changed = new ArrayList<>(list.get());
            changed.remove(run);
            changed.add(Math.min(index, changed.size()), run);
            list.set(List.copyOf(changed));
        });
    }

    private int indexOf(int id) {
        List<ComparedRun> now = list.get();
        return IntStream.range(0, now.size())
                .filter(index -> now.get(index).id() == id)
                .findFirst()
                .orElse(-1);
    }

    /** The lowest number that none of them has. */
    private static int lowestFree(List<ComparedRun> kept, ToIntFunction<ComparedRun> of) {
        return IntStream.iterate(0, number -> number + 1)
                .filter(number -> kept.stream().noneMatch(run -> of.applyAsInt(run) == number))
                .findFirst()
                .orElseThrow();
    }
}
