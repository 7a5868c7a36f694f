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
 * Undo and redo of every setting, each with the name of what it changes. Changes of one setting in a row, as a slider
 * makes while it is dragged, are one change until {@link #settle()} is called or another setting changes.
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

    /** Message key of what {@link #undo()} would take back; empty for nothing. */
    public ReadOnlyStringProperty undoName() {
        return undoName.getReadOnlyProperty();
    }

    /** Message key of what {@link #redo()} would bring again; empty for nothing. */
    public ReadOnlyStringProperty redoName() {
        return redoName.getReadOnlyProperty();
    }

    /** The change that {@link #undo()} would take back, to be told from others; null for nothing. */
    public @Nullable Object newest() {
        return done.peek();
    }

    // commands

    /** Remembers every change of {@code setting} from now on under the message key {@code nameKey}. */
    public <T> void track(String nameKey, Property<T> setting) {
        setting.addListener((observed, before, after) -> did(nameKey, setting, before, after, setting::setValue));
    }

    /** Remembers one change that has just been made; {@code apply} sets either value again. */
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

    /** Ends the current gesture: the next change is one of its own. */
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
     * Runs {@code change} without remembering what it sets, as when a file is opened, and forgets what was; within an
     * undo or redo it forgets nothing.
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
