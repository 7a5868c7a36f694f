package hyperlab.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Undo and redo of all settings; each change has a name. Consecutive changes of one setting, such as while a slider is
 * dragged, count as one change until {@link #settle()} is called or another setting changes.
 */
public final class UndoHistory {
    private static final int MAX_CHANGES = 500;

    private final Deque<UndoableChange> undoStack = new ArrayDeque<>();
    private final Deque<UndoableChange> redoStack = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private boolean replaying;
    private boolean paused;
    private boolean gestureEnded = true;

    // properties

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Message key of the change that {@link #undo()} would undo; empty if there is none. */
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /** Message key of the change that {@link #redo()} would redo; empty if there is none. */
    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    /** An identity token of the change that {@link #undo()} would undo; null if there is none. */
    public @Nullable Object newestChange() {
        return undoStack.peek();
    }

    /** Whether an undo or redo is in progress, so that the current change restores an earlier state. */
    public boolean isReplaying() {
        return replaying;
    }

    /** Whether the newest change may still be merged with the next one, such as while a slider is dragged. */
    public boolean isGestureOpen() {
        return !gestureEnded;
    }

    // commands

    /** Records a change of {@code setting} that was just made; {@code apply} sets either value. */
    public <T> void record(String nameKey, Object setting, T before, T after, Consumer<T> apply) {
        if (paused || Objects.equals(before, after)) {
            return;
        }
        UndoableChange last = undoStack.peek();
        Runnable undo = () -> apply.accept(before);
        if (!gestureEnded && last != null && last.setting == setting) {
            undoStack.pop();
            undo = last.undo;
        }
        undoStack.push(new UndoableChange(nameKey, setting, undo, () -> apply.accept(after)));
        if (undoStack.size() > MAX_CHANGES) {
            undoStack.removeLast();
        }
        redoStack.clear();
        gestureEnded = false;
        refresh();
    }

    /** Ends the current gesture, so that the next change is recorded separately. */
    public void settle() {
        gestureEnded = true;
    }

    /** Forgets all changes of a setting, because they can no longer be undone. */
    public void forget(Object setting) {
        undoStack.removeIf(change -> change.setting.equals(setting));
        redoStack.removeIf(change -> change.setting.equals(setting));
        refresh();
    }

    public void undo() {
        replay(undoStack, redoStack, true);
    }

    public void redo() {
        replay(redoStack, undoStack, false);
    }

    /**
     * Runs {@code change} without recording it, such as when a file is opened, and clears the history. During an undo
     * or redo, and within {@link #applyAndKeep}, the history is kept.
     */
    public void applyAndClear(Runnable change) {
        if (paused) {
            change.run();
            return;
        }
        withoutRecording(change);
        undoStack.clear();
        redoStack.clear();
        gestureEnded = true;
        refresh();
    }

    /**
     * Runs {@code change} without recording its parts, and keeps the history: the caller records it as one change that
     * restores everything when it is undone.
     */
    public void applyAndKeep(Runnable change) {
        withoutRecording(change);
        gestureEnded = true;
    }

    private void replay(Deque<UndoableChange> from, Deque<UndoableChange> to, boolean backwards) {
        UndoableChange change = from.poll();
        if (change == null) {
            return;
        }
        replaying = true;
        try {
            withoutRecording(backwards ? change.undo : change.redo);
        } finally {
            replaying = false;
        }
        to.push(change);
        gestureEnded = true;
        refresh();
    }

    private void withoutRecording(Runnable change) {
        boolean before = paused;
        paused = true;
        try {
            change.run();
        } finally {
            paused = before;
        }
    }

    private void refresh() {
        canUndo.set(!undoStack.isEmpty());
        canRedo.set(!redoStack.isEmpty());
        undoName.set(nameOf(undoStack.peek()));
        redoName.set(nameOf(redoStack.peek()));
    }

    private static String nameOf(@Nullable UndoableChange change) {
        return change == null ? "" : change.nameKey;
    }

    private record UndoableChange(String nameKey, Object setting, Runnable undo, Runnable redo) {}
}
