package hyperlab.lab.training.settings;

import java.util.function.Function;
import javafx.beans.property.Property;

/** Binds a control's value to a setting in both directions. A null setting leaves the control unchanged. */
public final class SettingBindings {
    private SettingBindings() {}

    static <T> void bind(Property<T> control, Setting<T> setting) {
        bind(control, setting, Function.identity(), Function.identity());
    }

    /** Binds a control and a setting of a number. */
    public static void bindNumber(Property<Number> control, Setting<Double> setting) {
        bind(control, setting, Number::doubleValue, Function.identity());
    }

    static void bindInteger(Property<Number> control, Setting<Integer> setting) {
        bind(control, setting, Number::intValue, Function.identity());
    }

    /** Binds a control and a setting; {@code toSetting} and {@code toControl} convert between their values. */
    public static <C, T> void bind(
            Property<C> control,
            Setting<T> setting,
            Function<? super C, ? extends T> toSetting,
            Function<? super T, ? extends C> toControl) {
        updateControl(control, setting, toControl);
        setting.addListener((observed, before, now) -> updateControl(control, setting, toControl));
        control.addListener((observed, before, now) -> {
            if (now != null && setting.get() != null && !toSetting.apply(now).equals(setting.get())) {
                setting.set(toSetting.apply(now));
            }
        });
    }

    private static <C, T> void updateControl(
            Property<C> control, Setting<T> setting, Function<? super T, ? extends C> toControl) {
        T value = setting.get();
        if (value != null && !toControl.apply(value).equals(control.getValue())) {
            control.setValue(toControl.apply(value));
        }
    }
}
