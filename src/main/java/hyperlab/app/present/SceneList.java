package hyperlab.app.present;

import hyperlab.file.ScenesFormat.SavedScene;
import hyperlab.ui.UndoHistory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The scenes that a teacher has prepared, and which one is shown. Each change of the list can be undone. */
public final class SceneList {
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.EMPTY);
    private final UndoHistory undo = new UndoHistory();

    /**
     * A scene and where its files are.
     *
     * @param folder the folder that the paths of its document are relative to; null for the working directory
     */
    public record Scene(SavedScene saved, @Nullable Path folder) {}

    /**
     * The list.
     *
     * @param current index of the scene that was shown last; −1 for none
     */
    public record State(List<Scene> scenes, int current) {
        static final State EMPTY = new State(List.of(), -1);

        public State {
            scenes = List.copyOf(scenes);
            current = Math.max(-1, Math.min(current, scenes.size() - 1));
        }

        /** The scene that was shown last. */
        public Optional<Scene> currentScene() {
            return current < 0 ? Optional.empty() : Optional.of(scenes.get(current));
        }
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State state() {
        return state.get();
    }

    /** Undo and redo of changes of the list. */
    public UndoHistory undo() {
        return undo;
    }

    public boolean isEmpty() {
        return state().scenes().isEmpty();
    }

    /** Selects the next scene, or with −1 the previous one; empty at the end of the list. */
    public Optional<Scene> step(int by) {
        int next = state().current() + by;
        return next < 0 || next >= state().scenes().size() ? Optional.empty() : select(next);
    }

    /** Selects a scene. */
    public Optional<Scene> select(int index) {
        state.set(new State(state().scenes(), index));
        return state().currentScene();
    }

    /** Inserts a scene after the current one and selects it. */
    public void add(Scene scene) {
        int at = state().current() < 0 ? state().scenes().size() : state().current() + 1;
        edit("present.scene.add", scenes -> {
            scenes.add(at, scene);
            return at;
        });
    }

    /** Removes a scene. */
    public void remove(int index) {
        if (index >= 0 && index < state().scenes().size()) {
            int current = state().current();
            edit("present.scene.remove", scenes -> {
                scenes.remove(index);
                return index < current || current == scenes.size() ? current - 1 : current;
            });
        }
    }

    /** Moves a scene by a number of places; the current scene stays the same. */
    public void move(int index, int by) {
        int to = index + by;
        if (index < 0 || to < 0 || Math.max(index, to) >= state().scenes().size()) {
            return;
        }
        int current = state().current();
        edit("present.scene.move", scenes -> {
            scenes.add(to, scenes.remove(index));
            return current == index
                    ? to
                    : current > index && current <= to
                            ? current - 1
                            : current < index && current >= to ? current + 1 : current;
        });
    }

    /** Changes a scene, for example its name. */
    public void replace(int index, UnaryOperator<Scene> change) {
        if (index >= 0 && index < state().scenes().size()) {
            int current = state().current();
            edit("present.scene.change", scenes -> {
                scenes.set(index, change.apply(scenes.get(index)));
                return current;
            });
        }
    }

    /** Replaces all scenes, for example by those of a file. */
    public void replaceAll(List<Scene> newScenes) {
        edit("present.scene.open", scenes -> {
            scenes.clear();
            scenes.addAll(newScenes);
            return -1;
        });
    }

    /** Restores the list of an earlier session, without undo. */
    public void restore(State earlier) {
        state.set(earlier);
    }

    private interface Edit {
        /** Changes the scenes and returns the new current index. */
        int apply(List<Scene> scenes);
    }

    private void edit(String nameKey, Edit edit) {
        State before = state();
        List<Scene> scenes = new ArrayList<>(before.scenes());
        int current = edit.apply(scenes);
        State after = new State(scenes, current);
        state.set(after);
        undo.record(nameKey, this, before, after, state::set);
        undo.settle();
    }
}
