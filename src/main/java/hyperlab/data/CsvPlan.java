package hyperlab.data;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;

/**
 * How to use a CSV file: inferred from a preview, and corrected by the user.
 *
 * @param target the column to predict
 * @param features the columns to predict from, in file order; empty if none is selected
 * @param task classification or regression
 * @param dropMissing whether rows with a missing feature are dropped instead of rejected
 * @param standardize whether features are scaled by the mean and standard deviation of the training data
 */
public record CsvPlan(
        String target, List<String> features, PredictionTask task, boolean dropMissing, boolean standardize) {
    public CsvPlan {
        features = List.copyOf(features);
    }

    public CsvPlan withFeatures(List<String> newFeatures) {
        return new CsvPlan(target, newFeatures, task, dropMissing, standardize);
    }

    public CsvPlan withTask(PredictionTask newTask) {
        return new CsvPlan(target, features, newTask, dropMissing, standardize);
    }

    public CsvPlan withDropMissing(boolean newDropMissing) {
        return new CsvPlan(target, features, task, newDropMissing, standardize);
    }

    public CsvPlan withStandardize(boolean newStandardize) {
        return new CsvPlan(target, features, task, dropMissing, newStandardize);
    }

    /**
     * Converts the plan to the settings of an experiment.
     *
     * @param file the path, relative to the experiment file
     * @throws InvalidInputException if there is no feature
     */
    public CsvSettings toSettings(String file) {
        if (features.isEmpty()) {
            throw new InvalidInputException("data.features", Rule.FEATURE_REQUIRED);
        }
        return new CsvSettings(file, target, features, task, dropMissing);
    }
}
