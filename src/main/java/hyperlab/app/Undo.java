package hyperlab.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Undo and redo of all settings; each change has a name. Consecutive changes of one setting, such as while a slider is
 * dragged, count as one change until {@link #settle()} is called or another setting changes.
 */
public final class Undo {
    private static final int MOST = 500;

    private final Deque<Change> done = new ArrayDeque<>();
    private final Deque<Change> undone = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private boolean replaying;
    private boolean settled = true;

    // properties

    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /** Message key of the change that {@link #undo()} would undo; empty if there is none. */
    public ReadOnlyStringProperty undoName() {
        return undoName.getReadOnlyProperty();
    }

    /** Message key of the change that {@link #redo()} would redo; empty if there is none. */
    public ReadOnlyStringProperty redoName() {
        return redoName.getReadOnlyProperty();
    }

    /** An identity token of the change that {@link #undo()} would undo; null if there is none. */
    public @Nullable Object newest() {
        return done.peek();
    }

    // commands

    /** Records every future change of {@code setting} under the message key {@code nameKey}. */
    public <T> void track(String nameKey, Property<T> setting) {
        setting.addListener((observed, before, after) -> did(nameKey, setting, before, after, setting::setValue));
    }

    /** Records a change that was just made; {@code apply} sets either value. */
    public <T> void did(String nameKey, Object setting, T before, T after, Consumer<T> apply) {
        if (replaying || Objects.equals(before, after)) {
            return;
        }
        Change last = done.peek();
        Runnable undo = () -> apply.accept(before);
        if (!settled && last != null && last.setting == setting) {
            done.pop();
            undo = last.undo;
        }
        done.push(new Change(nameKey, setting, undo, () -> apply.accept(after)));
        if (done.size() > MOST) {
            done.removeLast();
        }
        undone.clear();
        settled = false;
        refresh();
    }

    /** Ends the current gesture, so that the next change is recorded separately. */
    public void settle() {
        settled = true;
    }

    public void undo() {
        replay(done, undone, true);
    }

    public void redo() {
        replay(undone, done, false);
    }

    /**
     * Runs {@code change} without recording it, such as when a file is opened, and clears the history. During an undo
     * or redo the history is kept.
     */
    public void forgetThrough(Runnable change) {
        if (replaying) {
            change.run();
            return;
        }
        quietly(change);
        done.clear();
        undone.clear();
        settled = true;
        refresh();
    }

    private void replay(Deque<Change> from, Deque<Change> to, boolean backwards) {
        Change change = from.poll();
        if (change == null) {
            return;
        }
        quietly(backwards ? change.undo : change.redo);
        to.push(change);
        settled = true;
        refresh();
    }

    private void quietly(Runnable change) {
        replaying = true;
        try {
            change.run();
        } finally {
            replaying = false;
        }
    }

    private void refresh() {
        canUndo.set(!done.isEmpty());
        canRedo.set(!undone.isEmpty());
        undoName.set(nameOf(done.peek()));
        redoName.set(nameOf(undone.peek()));
    }

    private static String nameOf(@Nullable Change change) {
        return change == null ? "" : change.nameKey;
    }

    private record Change(String nameKey, Object setting, Runnable undo, Runnable redo) {}
}
