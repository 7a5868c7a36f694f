package hyperlab.log;

import java.util.Arrays;
import java.util.List;

/** What a column of a training log can be. */
public enum LogQuantity {
    EPOCH("epoch"),
    STEP("step"),
    TRAIN_LOSS("trainLoss"),
    VALIDATION_LOSS("validationLoss"),
    TRAIN_ACCURACY("trainAccuracy"),
    VALIDATION_ACCURACY("validationAccuracy"),
    LEARNING_RATE("learningRate");

    private final String fileName;

    LogQuantity(String fileName) {
        this.fileName = fileName;
    }

    /** The name in files and message keys. */
    public String fileName() {
        return fileName;
    }

    /** Whether it says where a value belongs, rather than being a value. */
    public boolean isPosition() {
        return this == EPOCH || this == STEP;
    }

    /** The quantities that have curves. */
    public static List<LogQuantity> curves() {
        return Arrays.stream(values()).filter(each -> !each.isPosition()).toList();
    }
}
