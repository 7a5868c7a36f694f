package hyperlab.tune;

import hyperlab.train.EpochReport;

/** What a search makes small, or large. */
public enum Objective {
    /** Mean loss over the validation part. */
    VALIDATION_LOSS("validationLoss", false),
    /** Share of the validation part that is predicted right; for classes alone. */
    VALIDATION_ACCURACY("validationAccuracy", true),
    /** Mean loss over the training part. */
    TRAIN_LOSS("trainLoss", false);

    private final String fileName;
    private final boolean larger;

    Objective(String fileName, boolean larger) {
        this.fileName = fileName;
        this.larger = larger;
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }

    /** Whether more is better. */
    public boolean isLargerBetter() {
        return larger;
    }

    /** Its value in a report. */
    public double of(EpochReport report) {
        return switch (this) {
            case VALIDATION_LOSS -> report.validationLoss();
            case VALIDATION_ACCURACY -> report.validationAccuracy();
            case TRAIN_LOSS -> report.trainLoss();
        };
    }

    /** What a searcher is told: small is good, +∞ is none. */
    public double cost(Result result) {
        if (!result.counts()) {
            return Double.POSITIVE_INFINITY;
        }
        return larger ? -result.value() : result.value();
    }
}
