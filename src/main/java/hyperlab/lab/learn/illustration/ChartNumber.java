package hyperlab.lab.learn.illustration;

import hyperlab.text.NumberFormats;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** A number in the text of a page that changes a chart. FX thread only; needs no toolkit. */
public final class ChartNumber {
    private final List<Double> values;
    private final ReadOnlyIntegerWrapper index;

    /**
     * Shows one of the values.
     *
     * @param values in ascending order
     * @param initial one of them
     */
    ChartNumber(List<Double> values, double initial) {
        this.values = List.copyOf(values);
        index = new ReadOnlyIntegerWrapper(this, "index", values.indexOf(initial));
    }

    /** The index of the current value. */
    public ReadOnlyIntegerProperty indexProperty() {
        return index.getReadOnlyProperty();
    }

    public double value() {
        return values.get(index.get());
    }

    /** The current value as text. */
    public String text() {
        return NumberFormats.format(value());
    }

    /** Moves by some values; stops at the first and the last one. */
    public void move(int by) {
        moveTo(index.get() + by);
    }

    /** Moves to an index; stops at the first and the last one. */
    public void moveTo(int newIndex) {
        index.set(Math.max(0, Math.min(values.size() - 1, newIndex)));
    }

    /** The number of values. */
    public int count() {
        return values.size();
    }
}
