package hyperlab.lab.training.run;

import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.lab.training.settings.SettingDifference;
import hyperlab.train.Experiment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A remedy of the doctor as a change of the current settings. Only the setting of the remedy changes: other changes that
 * wait for a restart stay as they are.
 *
 * @param difference the changed setting, with its value in the current settings and in the remedy
 * @param experiment the current settings with this change
 */
public record AppliedRemedy(SettingDifference difference, Experiment experiment) {
    /**
     * Transfers a remedy to the current settings.
     *
     * @param diagnosed the experiment that the remedy was found for
     * @param remedied {@code diagnosed} with one setting changed
     * @return null if the current settings already have the remedy, or do not have its setting
     */
    public static @Nullable AppliedRemedy of(ExperimentSettings settings, Experiment diagnosed, Experiment remedied) {
        Experiment current = settings.experimentProperty().get();
        Experiment changed = current;
        for (SettingDifference remedy : settings.differences(diagnosed, remedied)) {
            changed = settings.copySetting(remedy.nameKey(), remedied, changed);
        }
        List<SettingDifference> differences = settings.differences(current, changed);
        return differences.isEmpty() ? null : new AppliedRemedy(differences.get(0), changed);
    }
}
