package hyperlab.lab.training.run;

import hyperlab.file.runs.SavedHistory;
import hyperlab.lab.training.settings.LiveChanges;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;

/**
 * A setting that was changed during training.
 *
 * @param nameKey message key of the setting's name
 * @param epoch position on the epoch axis where the change took effect, including the fraction of the epoch
 * @param step optimizer steps before the change
 * @param before an experiment with the old value
 * @param after an experiment with the new value
 */
public record ChangeMarker(String nameKey, double epoch, long step, Experiment before, Experiment after) {
    private static final int MAX_LISTED = 4;

    /** Lists the changes, at most the first few; empty text if there are none. */
    public static LocalizedText listText(List<ChangeMarker> markers) {
        int shown = Math.min(MAX_LISTED, markers.size());
        LocalizedText list =
                markers.isEmpty() ? LocalizedText.literal("") : markers.get(0).withStep();
        for (ChangeMarker mark : markers.subList(Math.min(1, shown), shown)) {
            list = LocalizedText.of("training.marks", list, mark.withStep());
        }
        return markers.size() > MAX_LISTED
                ? LocalizedText.of("training.marks.more", list, Integer.toString(markers.size() - MAX_LISTED))
                : list;
    }

    /**
     * Adds this mark to earlier ones. It is merged with the previous mark of the same setting if that is at most
     * {@code gesture} epochs away or if there are already {@code most} marks.
     */
    List<ChangeMarker> after(List<ChangeMarker> earlier, double mergeDistance, int maxMarkers) {
        List<ChangeMarker> all = new ArrayList<>(earlier);
        ChangeMarker added = this;
        for (int i = all.size() - 1; i >= 0; i--) {
            ChangeMarker last = all.get(i);
            if (last.nameKey.equals(nameKey)) {
                if (epoch - last.epoch <= mergeDistance || all.size() >= maxMarkers) {
                    added = new ChangeMarker(nameKey, last.epoch, last.step, last.before, after);
                    all.remove(i);
                }
                break;
            }
        }
        if (!added.oldValueText().equals(added.newValueText())) {
            all.add(added);
        }
        return List.copyOf(all);
    }

    /** The description with the step before which the change was made. */
    LocalizedText withStep() {
        return LocalizedText.of("training.mark", description(), Long.toString(step));
    }

    /** The setting with both values, for example "Batch size 32 → 8". */
    public LocalizedText description() {
        return LocalizedText.of("training.difference", LocalizedText.of(nameKey), oldValueText(), newValueText());
    }

    /** The form in which it is written to a file. */
    SavedHistory.SettingChange toSaved() {
        return new SavedHistory.SettingChange(LiveChanges.changedSetting(nameKey), epoch, step, before, after);
    }

    /** Restores a mark from its {@link #toSaved} form. */
    static ChangeMarker of(SavedHistory.SettingChange change) {
        return new ChangeMarker(
                LiveChanges.nameKey(change.setting()), change.epoch(), change.step(), change.before(), change.after());
    }

    LocalizedText oldValueText() {
        return LiveChanges.describe(nameKey, before);
    }

    LocalizedText newValueText() {
        return LiveChanges.describe(nameKey, after);
    }
}
