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
import javafx.beans.property.ReadOnlyObjectPropertyBase;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Settings in one immutable object, with a property for each part that a control shows. A property follows the object;
 * setting it replaces that part, which can be undone by name. A rejected change leaves everything as it was. Needs no
 * toolkit.
 *
 * <p>When the settings change, first the properties of the parts are updated and then the listeners of {@link
 * #stateProperty()} are called. Listeners of a part already see the new settings in {@link #get()}.
 *
 * @param <S> the settings object; immutable
 */
public final class SettingsState<S> {
    private final StateProperty state;
    private final UndoHistory undo;
    private final Consumer<InvalidInputException> errorHandler;
    private final List<Consumer<S>> partUpdaters = new ArrayList<>();
    private boolean updatingParts;

    /**
     * Creates settings with initial values.
     *
     * @param errorHandler called if a new part is invalid together with another part or with the data; it may throw the
     *     exception, which then reaches the caller that set the part
     */
    public SettingsState(S first, UndoHistory undo, Consumer<InvalidInputException> errorHandler) {
        state = new StateProperty(first);
        this.undo = undo;
        this.errorHandler = errorHandler;
    }

    private final class StateProperty extends ReadOnlyObjectPropertyBase<S> {
        private S settings;

        StateProperty(S first) {
            settings = first;
        }

        @Override
        public S get() {
            return settings;
        }

        @Override
        public Object getBean() {
            return SettingsState.this;
        }

        @Override
        public String getName() {
            return "state";
        }

        @Override
        protected void fireValueChangedEvent() {
            super.fireValueChangedEvent();
        }
    }

    public ReadOnlyObjectProperty<S> stateProperty() {
        return state;
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
        bind(undoKey, property, part, with);
        return property;
    }

    /** Creates a property for a numeric part of the settings, for sliders and number fields. */
    public DoubleProperty number(String undoKey, Function<S, Double> part, BiFunction<S, Double, S> with) {
        DoubleProperty property = new SimpleDoubleProperty(this, undoKey, part.apply(get()));
        bind(undoKey, property, part, (settings, number) -> with.apply(settings, number.doubleValue()));
        return property;
    }

    /** Makes an existing property, whose value is already that of the part, the property of a part of the settings. */
    public <T> void bind(
            String undoKey, Property<T> property, Function<S, ? extends T> part, BiFunction<S, T, S> with) {
        follow(settings -> property.setValue(part.apply(settings)));
        property.addListener((observed, before, after) -> {
            if (!updatingParts) {
                changePart(undoKey, property, settings -> with.apply(settings, after));
            }
        });
    }

    /** Calls {@code updater} after every change, before the listeners of {@link #stateProperty()}. */
    public void follow(Consumer<S> updater) {
        partUpdaters.add(updater);
    }

    /** Changes several parts at once, as a single named undoable change. */
    public void change(String undoKey, UnaryOperator<S> change) {
        undo.settle();
        changePart(undoKey, this, change);
        undo.settle();
    }

    /**
     * Changes one part. Consecutive changes of the same part are one undoable change, until undo is settled.
     *
     * @param part identifies the part
     */
    public void changePart(String undoKey, Object part, UnaryOperator<S> change) {
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
        undo.record(undoKey, part, before, after, this::set);
    }

    /** Replaces all settings without recording it for undo, such as when a file is opened. */
    public void set(S settings) {
        boolean nested = updatingParts;
        state.settings = settings;
        updatingParts = true;
        try {
            partUpdaters.forEach(updater -> updater.accept(get()));
        } finally {
            updatingParts = nested;
        }
        state.fireValueChangedEvent();
    }
}
