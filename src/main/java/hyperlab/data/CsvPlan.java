package hyperlab.data;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;

/**
 * How to use a CSV file: inferred from a preview, and corrected by the user.
 *
 * @param target the column to predict
 * @param features the columns to predict from, in file order; empty if none is selected
 * @param categories those of the features that are one-hot encoded
 * @param task classification or regression
 * @param missing what happens to rows with a missing feature
 * @param standardize whether features are scaled by the mean and standard deviation of the training data
 * @param format how the file is written as text
 */
public record CsvPlan(
        String target,
        List<String> features,
        List<String> categories,
        PredictionTask task,
        MissingValues missing,
        boolean standardize,
        CsvFormat format) {
    public CsvPlan {
        features = List.copyOf(features);
        categories = List.copyOf(categories);
    }

    public CsvPlan withFeatures(List<String> newFeatures) {
        return new CsvPlan(target, newFeatures, categories, task, missing, standardize, format);
    }

    public CsvPlan withCategories(List<String> newCategories) {
        return new CsvPlan(target, features, newCategories, task, missing, standardize, format);
    }

    public CsvPlan withTask(PredictionTask newTask) {
        return new CsvPlan(target, features, categories, newTask, missing, standardize, format);
    }

    public CsvPlan withMissing(MissingValues newMissing) {
        return new CsvPlan(target, features, categories, task, newMissing, standardize, format);
    }

    public CsvPlan withStandardize(boolean newStandardize) {
        return new CsvPlan(target, features, categories, task, missing, newStandardize, format);
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
        List<String> encoded = categories.stream().filter(features::contains).toList();
        return new CsvSettings(file, target, features, task, missing, encoded, format);
    }
}
