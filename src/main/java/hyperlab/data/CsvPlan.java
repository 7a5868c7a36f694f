package hyperlab.data;

import hyperlab.rule.Refusal;
import java.util.List;

/**
 * How a CSV file is to be used: what a preview guesses, and a person corrects.
 *
 * @param target the column to predict
 * @param features the columns to predict from, in the file's order; empty while none is chosen
 * @param task classification or regression
 * @param dropMissing whether rows with a gap in a feature are left out, rather than refused
 * @param standardize whether features are scaled by the training part's mean and standard deviation
 */
public record CsvPlan(String target, List<String> features, Task task, boolean dropMissing, boolean standardize) {
    public CsvPlan {
        features = List.copyOf(features);
    }

    public CsvPlan withFeatures(List<String> newFeatures) {
        return new CsvPlan(target, newFeatures, task, dropMissing, standardize);
    }

    public CsvPlan withTask(Task newTask) {
        return new CsvPlan(target, features, newTask, dropMissing, standardize);
    }

    public CsvPlan withDropMissing(boolean newDropMissing) {
        return new CsvPlan(target, features, task, newDropMissing, standardize);
    }

    public CsvPlan withStandardize(boolean newStandardize) {
        return new CsvPlan(target, features, task, dropMissing, newStandardize);
    }

    /**
     * As an experiment has it.
     *
     * @param file path, relative to the experiment file
     * @throws Refusal without a feature
     */
    public CsvSettings settings(String file) {
        if (features.isEmpty()) {
            throw new Refusal("data.features", "must name at least one column");
        }
        return new CsvSettings(file, target, features, task, dropMissing);
    }
}
