package hyperlab.lab.training.settings;

import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.ui.SettingsState;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * One setting of an experiment as a property. It follows the experiment. Setting it creates a new experiment, which the
 * records validate and which undo records under {@link #nameKey()}. Null if the experiment has no such setting, for
 * example momentum with Adam.
 */
public final class Setting<T> extends SimpleObjectProperty<T> {
    private final String nameKey;
    private final SettingsState<Experiment> state;
    private final Lens<T> lens;
    private Function<? super T, ?> identity = value -> value;

    Setting(String nameKey, SettingsState<Experiment> state, Lens<T> lens) {
        super(state, nameKey, lens.get.apply(state.get()));
        this.nameKey = nameKey;
        this.state = state;
        this.lens = lens;
        state.follow(experiment -> super.set(lens.get.apply(experiment)));
    }

    /** How a value is read from an experiment, put into one, and described. */
    record Lens<T>(
            Function<Experiment, @Nullable T> get,
            BiFunction<Experiment, T, Experiment> with,
            Function<T, LocalizedText> describe) {}

    /** Compares two values by {@code newIdentity} from now on, for example by the name of a kind. */
    Setting<T> withIdentity(Function<? super T, ?> newIdentity) {
        identity = newIdentity;
        return this;
    }

    /** Message key of the setting's name. */
    public String nameKey() {
        return nameKey;
    }

    /**
     * Creates a new experiment with this value.
     *
     * @throws InvalidInputException if the experiment would be invalid; the last valid value then stays
     */
    @Override
    public void set(T value) {
        if (!Objects.equals(value, get())) {
            state.changePart(nameKey, this, experiment -> lens.with.apply(experiment, value));
        }
    }

    /**
     * Returns {@code to} with this setting copied from {@code from}; unchanged if {@code from} does not have the
     * setting.
     */
    Experiment copy(Experiment from, Experiment to) {
        T value = lens.get.apply(from);
        return value == null ? to : lens.with.apply(to, value);
    }

    /** A description of its value in an experiment; "none" if the experiment does not have the setting. */
    LocalizedText describe(Experiment source) {
        T value = lens.get.apply(source);
        return value == null ? LocalizedText.of("training.noLayers") : lens.describe.apply(value);
    }

    /**
     * The difference between two experiments in this setting; null if there is none, or if one of them does not have
     * the setting.
     */
    @Nullable
    SettingDifference difference(Experiment before, Experiment after) {
        T old = lens.get.apply(before);
        T now = lens.get.apply(after);
        return old == null || now == null || identity.apply(old).equals(identity.apply(now))
                ? null
                : new SettingDifference(nameKey, lens.describe.apply(old), lens.describe.apply(now));
    }
}
