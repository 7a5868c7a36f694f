package hyperlab.lab.training.settings;

import hyperlab.rule.Component;
import hyperlab.rule.Constant;
import org.jspecify.annotations.Nullable;

/** The constants of components as values of settings. */
final class Constants {
    private Constants() {}

    /** The value of a constant; null if the component does not have it. */
    static @Nullable Double valueOrNull(Component<?> component, Constant constant) {
        return component.constants().get(constant);
    }
}
