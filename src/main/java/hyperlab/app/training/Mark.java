package hyperlab.app.training;

/**
 * A setting that was changed while the run trained.
 *
 * @param nameKey message key of the setting's name
 * @param epoch where on the epoch axis the next step took it up, with the part of the epoch that was done
 * @param step optimizer steps done by then
 * @param before the value until then
 * @param after the value from then on
 */
record Mark(String nameKey, double epoch, long step, Words before, Words after) {
    /** The setting with both values: "Batch size 32 → 8". */
    Words said() {
        return Words.of("training.difference", Words.of(nameKey), before, after);
    }
}
