package hyperlab.ui.control;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Skin;

/**
 * A drop-down list of names that are not translated, such as a table's columns. Its list is built when it is first
 * opened.
 *
 * @param <T> the type of the values
 */
public final class LazyComboBox<T> extends ComboBox<T> {
    public LazyComboBox(String id) {
        setId(id);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new LazyComboBoxSkin<>(this);
    }
}
