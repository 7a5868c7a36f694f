package hyperlab.lab.training.settings;

/**
 * One setting whose value differs between two runs.
 *
 * @param nameKey message key of the setting's name
 * @param before its value in the earlier run
 * @param after its value in the later run
 */
public record SettingDifference(String nameKey, LocalizedText before, LocalizedText after) {
    /** A difference in settings that have no control in this lab and therefore no name. */
    public static final SettingDifference UNNAMED =
            new SettingDifference("training.other", LocalizedText.literal(""), LocalizedText.literal(""));

    /** The setting with both values, for example "Dropout 0 → 0.5". */
    public LocalizedText description() {
        return isUnnamed()
                ? LocalizedText.of(nameKey)
                : LocalizedText.of("training.difference", LocalizedText.of(nameKey), before, after);
    }

    public boolean isUnnamed() {
        return equals(UNNAMED);
    }
}
