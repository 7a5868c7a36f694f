package hyperlab.app;

import hyperlab.rule.Refusal;
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
 * Settings that are one immutable whole, with a property for each part that a control shows: it follows the whole and,
 * when set, replaces the part in it, which can be undone by name. A change that is refused leaves all as it was. Needs no
 * toolkit.
 *
 * @param <S> the whole; immutable
 */
public final class Whole<S> {
    private final ReadOnlyObjectWrapper<S> state;
    private final Undo undo;
    private final Consumer<Refusal> refused;
    private final List<Consumer<S>> mirrors = new ArrayList<>();
    private boolean mirroring;

    /** @param refused told of a part that another part, or the data, will not go with */
    public Whole(S first, Undo undo, Consumer<Refusal> refused) {
        state = new ReadOnlyObjectWrapper<>(this, "state", first);
        this.undo = undo;
        this.refused = refused;
    }

    public ReadOnlyObjectProperty<S> state() {
        return state.getReadOnlyProperty();
    }

    public S get() {
        return state.get();
    }

    /**
     * A part of the whole.
     *
     * @param undoKey message key of its name in undo and redo
     * @param part reads it
     * @param with the whole with another in its place
     */
    public <T> ObjectProperty<T> part(String undoKey, Function<S, T> part, BiFunction<S, T, S> with) {
        ObjectProperty<T> property = new SimpleObjectProperty<>(this, undoKey, part.apply(get()));
        mirror(undoKey, property, part, with);
        return property;
    }

    /** A part of the whole that is a number, for sliders and number fields. */
    public DoubleProperty number(String undoKey, Function<S, Double> part, BiFunction<S, Double, S> with) {
        DoubleProperty property = new SimpleDoubleProperty(this, undoKey, part.apply(get()));
        mirror(undoKey, property, part, (whole, number) -> with.apply(whole, number.doubleValue()));
        return property;
    }

    private <T> void mirror(
            String undoKey, Property<T> property, Function<S, ? extends T> part, BiFunction<S, T, S> with) {
        mirrors.add(whole -> property.setValue(part.apply(whole)));
        property.addListener((observed, before, after) -> {
            if (!mirroring) {
                change(undoKey, property, whole -> with.apply(whole, after));
            }
        });
    }

    /** Changes several parts at once, as one change that can be undone by its name. */
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
        } catch (Refusal refusal) {
            set(before);
            refused.accept(refusal);
            return;
        }
        set(after);
        undo.did(undoKey, setting, before, after, this::set);
    }

    /** Replaces all of it without a trace in undo, as when a file is opened. */
    public void set(S whole) {
        mirroring = true;
        try {
            mirrors.forEach(mirror -> mirror.accept(whole));
        } finally {
            mirroring = false;
        }
        state.set(whole);
    }
}
