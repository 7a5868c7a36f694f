package hyperlab.app.training;

import hyperlab.train.Experiment;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * "Change one thing": data, split and seed are held as a pinned run has them, so that what is seen can be put down to
 * the one setting that differs from it; of a second one it warns, and takes it back on demand. FX thread alone.
 */
final class OneChange {
    private final ExperimentSettings settings;
    private final Runs runs;
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper(this, "on");
    private @Nullable Experiment held;

    OneChange(ExperimentSettings settings, Runs runs) {
        this.settings = settings;
        this.runs = runs;
    }

    ReadOnlyBooleanProperty on() {
        return on.getReadOnlyProperty();
    }

    /** Pins the live run, which the next ones are compared with, and holds its data and seed. */
    void hold() {
        KeptRun live = runs.live();
        if (!live.pinned()) {
            runs.pin(live.id(), true);
        }
        runs.compareWith(live.id());
        held = live.experiment();
        on.set(true);
    }

    void letGo() {
        held = null;
        on.set(false);
    }

    /** What the settings do not share with the run that they are compared with; of none where nothing is held. */
    List<Difference> differences() {
        Experiment base = held;
        return base == null
                ? List.of()
                : settings.differences(base, settings.experiment().get());
    }

    /** Takes back all differences but the one that was made last, so that one is left. */
    void takeBackOthers(String lastChanged) {
        Experiment base = held;
        List<Difference> differences = differences();
        if (base == null || differences.size() < 2) {
            return;
        }
        String kept = differences.stream()
                .map(Difference::nameKey)
                .filter(lastChanged::equals)
                .findFirst()
                .orElse(differences.get(differences.size() - 1).nameKey());
        settings.replace(
                "training.one.takeBack",
                settings.copy(kept, settings.experiment().get(), base));
    }
}
