package hyperlab.lab.training.run;

import hyperlab.finding.Severity;
import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.lab.training.settings.SettingDifference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The run that the live run is compared with.
 *
 * @param id the id of the run, {@link ComparedRun#id}
 * @param differences how the settings that the live run started with differ from those that it started with
 * @param liveChanges the changes of the live run while it trained
 * @param changes its own changes while it trained
 * @param sameCurves whether the losses of both runs are equal at the latest epoch that both have reached
 */
public record ReferenceRun(
        int id,
        List<SettingDifference> differences,
        List<ChangeMarker> liveChanges,
        List<ChangeMarker> changes,
        boolean sameCurves) {
    private static final String SHUFFLE = "training.shuffle";
    private static final String ENSEMBLE = "training.ensemble";

    public ReferenceRun {
        differences = List.copyOf(differences);
        liveChanges = List.copyOf(liveChanges);
        changes = List.copyOf(changes);
    }

    /** The number of settings that differ, at the start or because they were changed during training. */
    public int differenceCount() {
        return differingKeys().size();
    }

    private Set<String> differingKeys() {
        Set<String> keys = new LinkedHashSet<>();
        differences.forEach(difference -> keys.add(difference.nameKey()));
        if (!haveEqualChanges()) {
            Stream.concat(liveChanges.stream(), changes.stream()).forEach(change -> keys.add(change.nameKey()));
        }
        return keys;
    }

    /** Whether both runs were changed in the same way at the same steps, so that the changes make no difference. */
    private boolean haveEqualChanges() {
        return descriptions(liveChanges).equals(descriptions(changes));
    }

    private static List<LocalizedText> descriptions(List<ChangeMarker> markers) {
        return markers.stream().map(ChangeMarker::withStep).toList();
    }

    /** Good if a single setting differs from the start to the end, a warning if several differ, otherwise a note. */
    public Severity severity() {
        int count = differenceCount();
        boolean changedDuringTraining = !liveChanges.isEmpty() || !changes.isEmpty();
        return count > 1 ? Severity.WARNING : count == 1 && !changedDuringTraining ? Severity.GOOD : Severity.NOTE;
    }

    /** The differences, the changes during training, and what the runs still share. */
    public List<LocalizedText> texts() {
        List<LocalizedText> texts = new ArrayList<>();
        for (SettingDifference difference : differences) {
            texts.add(LocalizedText.of("training.differs.item", difference.description()));
        }
        if (!liveChanges.isEmpty()) {
            texts.add(LocalizedText.of("training.differs.changed.live", ChangeMarker.listText(liveChanges)));
        }
        if (!changes.isEmpty()) {
            texts.add(LocalizedText.of("training.differs.changed.reference", ChangeMarker.listText(changes)));
        }
        texts.add(sharedSettingsText());
        return texts;
    }

    /** A statement of what the two runs still share, so that an effect can be attributed to the difference. */
    public LocalizedText sharedSettingsText() {
        Set<String> keys = differingKeys();
        if (keys.isEmpty()) {
            return LocalizedText.of(sameCurves ? "training.differs.none" : "training.differs.none.apart");
        }
        if (keys.size() > 1) {
            return LocalizedText.of("training.differs.several");
        }
        String changed = keys.iterator().next();
        if (!differences.isEmpty() && differences.get(0).isUnnamed()) {
            return LocalizedText.of("training.differs.file");
        }
        if (changed.equals("training.seed")) {
            return LocalizedText.of("training.differs.seed");
        }
        if (changed.equals(SHUFFLE) || changed.equals(ENSEMBLE)) {
            return LocalizedText.of(changed.equals(SHUFFLE) ? "training.differs.shuffle" : "training.differs.ensemble");
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
