package hyperlab.tune;

import hyperlab.train.EpochReport;

/** The quantity that a search minimizes or maximizes. */
public enum TuningObjective {
    /** Mean loss over the validation set. */
    VALIDATION_LOSS("validationLoss", false),
    /** Share of correct predictions on the validation set; classification only. */
    VALIDATION_ACCURACY("validationAccuracy", true),
    /** Mean loss over the training set. */
    TRAIN_LOSS("trainLoss", false);

    private final String fileName;
    private final boolean largerIsBetter;

    TuningObjective(String fileName, boolean largerIsBetter) {
        this.fileName = fileName;
        this.largerIsBetter = largerIsBetter;
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }

    /** Whether larger values are better. */
    public boolean isLargerBetter() {
        return largerIsBetter;
    }

    /** The value in an epoch report. */
    public double of(EpochReport report) {
        return switch (this) {
            case VALIDATION_LOSS -> report.validationLoss();
            case VALIDATION_ACCURACY -> report.validationAccuracy();
            case TRAIN_LOSS -> report.trainLoss();
        };
    }

    /** The cost that a searcher minimizes: the value, negated if larger is better; +∞ if there is no value. */
    public double cost(JobResult result) {
        if (!result.hasValue()) {
            return Double.POSITIVE_INFINITY;
        }
        return largerIsBetter ? -result.value() : result.value();
    }
}
