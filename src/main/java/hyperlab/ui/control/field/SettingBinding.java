package hyperlab.ui.control.field;

import java.util.Objects;
import javafx.beans.property.Property;

/** Connects a control and a setting that may refuse a value because of other settings. */
public final class SettingBinding {
    private SettingBinding() {}

    /**
     * Makes the control follow the setting, and the setting the control. If the setting refuses the control's value and
     * keeps its own, the control shows that again; a bidirectional binding of JavaFX would leave them different.
     */
    public static <T> void bind(Property<T> control, Property<T> setting) {
        control.setValue(setting.getValue());
        setting.addListener((observed, before, now) -> control.setValue(setting.getValue()));
        control.addListener((observed, before, now) -> {
            setting.setValue(control.getValue());
            if (!Objects.equals(control.getValue(), setting.getValue())) {
                control.setValue(setting.getValue());
            }
        });
    }
}
