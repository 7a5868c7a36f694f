package hyperlab.lab.training.run;

import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.lab.training.settings.SettingDifference;
import java.util.List;

/**
 * The run that the live run is compared with.
 *
 * @param id the id of the run, {@link ComparedRun#id}
 * @param changedDuringTraining whether a setting was changed during training
 * @param differences how the settings of the live run differ from it
 */
public record ReferenceRun(int id, boolean changedDuringTraining, List<SettingDifference> differences) {
    public ReferenceRun {
        differences = List.copyOf(differences);
    }

    /** A statement of what the two runs still share, so that an effect can be attributed to the difference. */
    public LocalizedText sharedSettingsText() {
        if (differences.size() != 1) {
            return LocalizedText.of(differences.isEmpty() ? "training.differs.none" : "training.differs.several");
        }
        String changed = differences.get(0).nameKey();
        if (differences.get(0).isUnnamed()) {
            return LocalizedText.of("training.differs.file");
        }
        if (changed.equals("training.seed")) {
            return LocalizedText.of("training.differs.seed");
        }
        if (ExperimentSettings.DATA_KEYS.contains(changed)) {
            return LocalizedText.of("training.differs.data");
        }
        return LocalizedText.of(
                ExperimentSettings.NETWORK_KEYS.contains(changed)
                        ? "training.differs.network"
                        : "training.differs.same");
    }
}
