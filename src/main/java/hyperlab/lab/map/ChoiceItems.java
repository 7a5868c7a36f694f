package hyperlab.lab.map;

import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.ChoiceComboBox;
import java.util.List;
import javafx.beans.property.ObjectProperty;

/** Drop-down lists whose choices depend on other settings. */
final class ChoiceItems {
    private ChoiceItems() {}

    /** Lets a list set a property and follow it. An empty selection is ignored. */
    static <T> void bind(ChoiceComboBox<T> choice, ObjectProperty<T> property, UndoHistory undo) {
        choice.setValue(property.get());
        choice.onSettled(undo::settle);
        choice.valueProperty().addListener((observed, before, now) -> {
            if (now != null && !now.equals(property.get())) {
                property.set(now);
            }
        });
        property.addListener((observed, before, now) -> select(choice, now));
    }

    /** A list shows only values that are among its items. */
    private static <T> void select(ChoiceComboBox<T> choice, T selected) {
        if (!choice.getItems().contains(selected)) {
            choice.getItems().add(selected);
        }
        choice.setValue(selected);
    }

    /** Replaces the choices. The selection is never empty. */
    static <T> void show(ChoiceComboBox<T> choice, List<T> items, T selected) {
        select(choice, selected);
        if (!choice.getItems().equals(items)) {
            choice.getItems().removeIf(item -> !items.contains(item) && !item.equals(selected));
            for (int k = 0; k < items.size(); k++) {
                if (!choice.getItems().contains(items.get(k))) {
                    choice.getItems().add(Math.min(k, choice.getItems().size()), items.get(k));
                }
            }
        }
    }
}
