package hyperlab.app.training;

import hyperlab.app.Undo;
import hyperlab.rule.Refusal;
import hyperlab.train.Experiment;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * One setting of an experiment as a property: it follows the experiment, and setting it makes a new experiment, checked
 * by the records, which undo remembers under {@link #nameKey()}. Null where the experiment has no such setting, as
 * momentum with Adam.
 */
final class Setting<T> extends SimpleObjectProperty<T> {
    private final String nameKey;
    private final ObjectProperty<Experiment> experiment;
    private final Undo undo;
    private final Lens<T> lens;
    private Function<? super T, ?> identity = value -> value;

    Setting(String nameKey, ObjectProperty<Experiment> experiment, Undo undo, Lens<T> lens) {
        super(experiment, nameKey, lens.get.apply(experiment.get()));
        this.nameKey = nameKey;
        this.experiment = experiment;
        this.undo = undo;
        this.lens = lens;
    }

    /** How a value is read from an experiment, put into one, and said. */
    record Lens<T>(
            Function<Experiment, @Nullable T> get,
            BiFunction<Experiment, T, Experiment> with,
            Function<T, Words> say) {}

    /** From now on two values are one setting where {@code newIdentity} gives the same of both, as a kind's name. */
    Setting<T> comparedBy(Function<? super T, ?> newIdentity) {
        identity = newIdentity;
        return this;
    }

    /** Message key of the setting's name. */
    String nameKey() {
        return nameKey;
    }

    /**
     * Makes a new experiment with this value.
     *
     * @throws Refusal if the experiment would not be one; the last good value then stays
     */
    @Override
    public void set(T value) {
        if (Objects.equals(value, get())) {
            return;
        }
        Experiment before = experiment.get();
        Experiment after = lens.with.apply(before, value);
        experiment.set(after);
        undo.did(nameKey, this, before, after, experiment::set);
    }

    /** Takes the experiment's value. */
    void follow() {
        super.set(lens.get.apply(experiment.get()));
    }

    /** An experiment with this setting as another has it; as it was where that has none. */
    Experiment copied(Experiment from, Experiment to) {
        T value = lens.get.apply(from);
        return value == null ? to : lens.with.apply(to, value);
    }

    /** Its value in an experiment, in words; "none" where that has no such setting. */
    Words said(Experiment given) {
        T value = lens.get.apply(given);
        return value == null ? Words.of("training.noLayers") : lens.say.apply(value);
    }

    /** What of this setting is not the same in both; null where nothing is, or where one of them has no such setting. */
    @Nullable
    Difference between(Experiment before, Experiment after) {
        T old = lens.get.apply(before);
        T now = lens.get.apply(after);
        return old == null || now == null || identity.apply(old).equals(identity.apply(now))
                ? null
                : new Difference(nameKey, lens.say.apply(old), lens.say.apply(now));
    }
}
