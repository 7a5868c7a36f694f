package hyperlab.ui;

import hyperlab.rule.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Settings in one immutable object, with a property for each part that a control shows. A property follows the object;
 * setting it replaces that part, which can be undone by name. A rejected change leaves everything as it was. Needs no
 * toolkit.
 *
 * @param <S> the settings object; immutable
 */
public final class SettingsState<S> {
    private final ReadOnlyObjectWrapper<S> state;
    private final UndoHistory undo;
    private final Consumer<InvalidInputException> errorHandler;
    private final List<Consumer<S>> partUpdaters = new ArrayList<>();
    private boolean updatingParts;

    /** @param errorHandler called if a new part is invalid together with another part or with the data */
    public SettingsState(S first, UndoHistory undo, Consumer<InvalidInputException> errorHandler) {
        state = new ReadOnlyObjectWrapper<>(this, "state", first);
        this.undo = undo;
        this.errorHandler = errorHandler;
    }

    public ReadOnlyObjectProperty<S> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public S get() {
        return state.get();
    }

    /**
     * Creates a property for a part of the settings.
     *
     * @param undoKey message key of its name in undo and redo
     * @param part reads the part
     * @param with returns the settings with the part replaced
     */
    public <T> ObjectProperty<T> part(String undoKey, Function<S, T> part, BiFunction<S, T, S> with) {
        ObjectProperty<T> property = new SimpleObjectProperty<>(this, undoKey, part.apply(get()));
        bindPart(undoKey, property, part, with);
        return property;
    }

    /** Creates a property for a numeric part of the settings, for sliders and number fields. */
    public DoubleProperty number(String undoKey, Function<S, Double> part, BiFunction<S, Double, S> with) {
        DoubleProperty property = new SimpleDoubleProperty(this, undoKey, part.apply(get()));
        bindPart(undoKey, property, part, (settings, number) -> with.apply(settings, number.doubleValue()));
        return property;
    }

    private <T> void bindPart(
            String undoKey, Property<T> property, Function<S, ? extends T> part, BiFunction<S, T, S> with) {
        partUpdaters.add(settings -> property.setValue(part.apply(settings)));
        property.addListener((observed, before, after) -> {
            if (!updatingParts) {
                change(undoKey, property, settings -> with.apply(settings, after));
            }
        });
    }

    /** Changes several parts at once, as a single named undoable change. */
    public void change(String undoKey, UnaryOperator<S> change) {
        undo.settle();
        change(undoKey, this, change);
        undo.settle();
    }

    private void change(String undoKey, Object setting, UnaryOperator<S> change) {
        S before = get();
        S after;
        try {
            after = change.apply(before);
        } catch (InvalidInputException error) {
            set(before);
            errorHandler.accept(error);
            return;
        }
        set(after);
        undo.record(undoKey, setting, before, after, this::set);
    }

    /** Replaces all settings without recording it for undo, such as when a file is opened. */
    public void set(S settings) {
        updatingParts = true;
        try {
            partUpdaters.forEach(updater -> updater.accept(settings));
        } finally {
            updatingParts = false;
        }
        state.set(settings);
    }
}
