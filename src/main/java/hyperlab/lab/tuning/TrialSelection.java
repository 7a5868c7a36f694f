package hyperlab.lab.tuning;

import hyperlab.chart.tuning.TrialChart;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** The trial under the pointer and the selected one, by number. Needs no toolkit. FX thread only. */
final class TrialSelection {
    private final IntegerProperty pointed = new SimpleIntegerProperty(this, "pointed", TrialChart.NONE);
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", TrialChart.NONE);
    private final IntegerBinding marked = Bindings.createIntegerBinding(
            () -> pointed.get() == TrialChart.NONE ? selected.get() : pointed.get(), pointed, selected);

    /** The trial under the pointer; {@link TrialChart#NONE} for none. */
    IntegerProperty pointedProperty() {
        return pointed;
    }

    /** The selected trial; {@link TrialChart#NONE} for none. */
    IntegerProperty selectedProperty() {
        return selected;
    }

    /** The trial that all charts mark: the one under the pointer, otherwise the selected one. */
    IntegerBinding markedProperty() {
        return marked;
    }

    void clear() {
        pointed.set(TrialChart.NONE);
        selected.set(TrialChart.NONE);
    }
}
