package hyperlab.lab.training.run;

import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.lab.training.settings.SettingDifference;
import hyperlab.train.Experiment;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * "Change one thing" mode: the data, split and seed stay as in a pinned run, so that an effect can be attributed to the
 * one setting that differs. If a second setting differs, it warns and offers to revert it. FX thread only.
 */
public final class ControlledComparison {
    private final ExperimentSettings settings;
    private final ComparedRuns runs;
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper(this, "on");
    private @Nullable Experiment reference;

    public ControlledComparison(ExperimentSettings settings, ComparedRuns runs) {
        this.settings = settings;
        this.runs = runs;
    }

    public ReadOnlyBooleanProperty enabledProperty() {
        return on.getReadOnlyProperty();
    }

    /** Pins the live run as the run to compare with, and locks its data and seed. */
    public void start() {
        ComparedRun live = runs.live();
        if (!live.pinned()) {
            runs.pin(live.id(), true);
        }
        runs.compareWith(live.id());
        reference = live.experiment();
        on.set(true);
    }

    public void stop() {
        reference = null;
        on.set(false);
    }

    /** The differences between the settings and the pinned run; empty while the mode is off. */
    public List<SettingDifference> differences() {
        Experiment base = reference;
        return base == null
                ? List.of()
                : settings.differences(base, settings.experimentProperty().get());
    }

    /** Reverts all differences except the latest one. */
    public void revertOthers(String lastChanged) {
        Experiment reverted = withoutOthers(lastChanged);
        if (reverted != null) {
            settings.replace("training.one.takeBack", reverted);
        }
    }

    /**
     * Whether {@link #revertOthers} has an effect. It has none if the second difference follows from the latest one: a
     * table is always taken as a whole.
     */
    public boolean canRevertOthers(String lastChanged) {
        Experiment reverted = withoutOthers(lastChanged);
        return reverted != null
                && !reverted.equals(settings.experimentProperty().get());
    }

    private @Nullable Experiment withoutOthers(String lastChanged) {
        Experiment base = reference;
        List<SettingDifference> differences = differences();
        if (base == null || differences.size() < 2) {
            return null;
        }
        String remaining = differences.stream()
                .map(SettingDifference::nameKey)
                .filter(lastChanged::equals)
                .findFirst()
                .orElse(differences.get(differences.size() - 1).nameKey());
        return settings.copySetting(remaining, settings.experimentProperty().get(), base);
    }
}
