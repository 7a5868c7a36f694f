package hyperlab.lab;

import hyperlab.file.Document;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.SettingsState;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.playback.Playback;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the view models of all labs have: settings with undo, a playback position, and one immutable state that the view
 * shows. FX thread only; needs no toolkit.
 *
 * @param <S> the settings; immutable
 * @param <V> the view state; immutable
 */
public abstract class LabViewModel<S, V> {
    private final UndoHistory undo = new UndoHistory();
    private final Playback playback;
    private final SettingsState<S> settingsState;
    private final ReadOnlyObjectWrapper<V> viewState = new ReadOnlyObjectWrapper<>(this, "viewState");

    /**
     * Creates a view model that is not playing. The constructor of the subclass sets the first view state.
     *
     * @param unitKey message key of the unit of the playback position
     * @param first the initial settings
     * @param errorHandler receives each rejected setting; the setting keeps its previous value
     */
    protected LabViewModel(String unitKey, S first, Consumer<InvalidInputException> errorHandler) {
        playback = new Playback(unitKey);
        settingsState = new SettingsState<>(first, undo, errorHandler);
    }

    // properties

    /** Undo and redo of the settings. */
    public final UndoHistory undo() {
        return undo;
    }

    public final Playback playback() {
        return playback;
    }

    /** All settings in one object. */
    public final SettingsState<S> settingsState() {
        return settingsState;
    }

    /** What the view shows. */
    public final ReadOnlyObjectProperty<V> viewStateProperty() {
        return viewState.getReadOnlyProperty();
    }

    /** The current value of {@link #viewStateProperty()}. */
    protected final V viewState() {
        return viewState.get();
    }

    protected final void setViewState(V state) {
        viewState.set(state);
    }

    // commands

    /** The current document: everything needed to restore this state. */
    public abstract Document document();

    /**
     * Restores a document of this lab's kind and clears the undo history.
     *
     * @param folder the base folder of the document's relative paths; null for the working directory
     * @throws InvalidInputException if the document is invalid; nothing has changed then
     */
    public abstract void open(Document document, @Nullable Path folder);

    /** Restores a document without relative paths. */
    public final void open(Document document) {
        open(document, null);
    }

    /** Called when the lab comes on stage. */
    public void resume() {
        // Most labs continue only on demand.
    }

    /** Pauses playback and stops what should not run unseen; called when the lab leaves the stage. */
    public void pause() {
        playback.playingProperty().set(false);
    }

    /** Stops everything that is running; called when the window closes. */
    public void close() {
        pause();
    }
}
