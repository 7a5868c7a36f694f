package hyperlab.app.training;

import java.util.function.Function;
import javafx.beans.property.Property;

/** Binds a control's value to a setting in both directions. A null setting leaves the control unchanged. */
final class Links {
    private Links() {}

    static <T> void link(Property<T> control, Setting<T> setting) {
        link(control, setting, Function.identity(), Function.identity());
    }

    static void linkNumber(Property<Number> control, Setting<Double> setting) {
        link(control, setting, Number::doubleValue, Function.identity());
    }

    static void linkWhole(Property<Number> control, Setting<Integer> setting) {
        link(control, setting, Number::intValue, Function.identity());
    }

    /** @param toSetting converts a control's value to the setting's value; {@code toControl} converts back */
    static <C, T> void link(
            Property<C> control,
            Setting<T> setting,
            Function<? super C, ? extends T> toSetting,
            Function<? super T, ? extends C> toControl) {
        show(control, setting, toControl);
        setting.addListener((observed, before, now) -> show(control, setting, toControl));
        control.addListener((observed, before, now) -> {
            if (now != null && setting.get() != null && !toSetting.apply(now).equals(setting.get())) {
                setting.set(toSetting.apply(now));
            }
        });
    }

    private static <C, T> void show(
            Property<C> control, Setting<T> setting, Function<? super T, ? extends C> toControl) {
        T value = setting.get();
        if (value != null && !toControl.apply(value).equals(control.getValue())) {
            control.setValue(toControl.apply(value));
        }
    }
}
