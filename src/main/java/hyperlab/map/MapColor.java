package hyperlab.map;

/** The quantity that the color of a pixel shows. */
public enum MapColor {
    /** The training loss after the last epoch; for a descent, the value of the function. */
    TRAIN_LOSS("trainLoss", false),
    /** The validation loss after the last epoch. */
    VALIDATION_LOSS("validationLoss", false),
    /** The validation loss minus the training loss after the last epoch. */
    GENERALIZATION_GAP("generalizationGap", false),
    /** The fraction of correct predictions on the training set after the last epoch, in [0, 1]. */
    TRAIN_ACCURACY("trainAccuracy", true),
    /** The fraction of correct predictions on the validation set after the last epoch, in [0, 1]. */
    VALIDATION_ACCURACY("validationAccuracy", true),
    /**
     * The first epoch after which the training loss is at most the target; for a descent, the first step. No value if
     * that never happens.
     */
    EPOCHS_TO_TARGET("epochsToTarget", false),
    /**
     * The fraction of units in the hidden layers whose output is 0 for every training sample after the last epoch, in
     * [0, 1].
     */
    DEAD_UNITS("deadUnits", false),
    /** How the run ended, without a number. */
    OUTCOME("outcome", false),
    /**
     * The factor by which the distance to the minimum changes per step in the long run, by the closed form; only for a
     * descent by SGD at a constant rate on a parabola or a bowl.
     */
    SPECTRAL_RADIUS("spectralRadius", false);

    private final String fileName;
    private final boolean largerBetter;

    MapColor(String fileName, boolean largerBetter) {
        this.fileName = fileName;
        this.largerBetter = largerBetter;
    }

    /** The name in files and on the command line. */
    public String fileName() {
        return fileName;
    }

    /** Whether a larger value is better. */
    public boolean isLargerBetter() {
        return largerBetter;
    }

    /** Whether pixels have a number: for all quantities but the outcome. */
    public boolean hasValue() {
        return this != OUTCOME;
    }
}
