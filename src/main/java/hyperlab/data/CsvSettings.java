package hyperlab.data;

import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a CSV file are used, and how.
 *
 * @param file path, relative to the experiment file
 * @param target name of the column to predict
 * @param features names of the columns to predict from; if empty, all other columns that are numeric
 *     or among the categories
 * @param task classification or regression; if null, it depends on the target: regression only for a numeric target
 *     with more than 20 distinct values
 * @param missing what happens to rows with a missing feature
 * @param categories names of the columns that are one-hot encoded if they are features: one feature for each of their
 *     different values, which is 1 in the rows with that value and 0 elsewhere
 * @param format how the file is written as text
 */
public record CsvSettings(
        String file,
        String target,
        List<String> features,
        @Nullable PredictionTask task,
        MissingValues missing,
        List<String> categories,
        CsvFormat format) {
    /** The maximum number of different values of a column that is one-hot encoded. */
    public static final int MAX_CATEGORIES = 50;

    /** Settings for a UTF-8 file with commas and a header, without categories. */
    public CsvSettings(
            String file, String target, List<String> features, @Nullable PredictionTask task, boolean dropMissing) {
        this(
                file,
                target,
                features,
                task,
                dropMissing ? MissingValues.DROP : MissingValues.REFUSE,
                List.of(),
                CsvFormat.DEFAULT);
    }

    public CsvSettings {
        features = List.copyOf(features);
        categories = List.copyOf(categories);
        if (file.isBlank()) {
            throw new InvalidInputException("file", Rule.REQUIRED_FOR_CSV);
        }
        Checks.path("file", file);
        if (target.isBlank()) {
            throw new InvalidInputException("target", Rule.REQUIRED_FOR_CSV);
        }
        if (features.contains(target)) {
            throw new InvalidInputException("features", Rule.TARGET_AMONG_FEATURES, target);
        }
    }

    /**
     * The default settings for a file that is written in this format and has these columns, at least one: predict the
     * last from all other numeric columns.
     */
    public static CsvSettings withLastColumnAsTarget(String file, CsvFormat format, List<String> columns) {
        return new CsvSettings(file, columns.get(columns.size() - 1), List.of(), null, false).withFormat(format);
    }

    public CsvSettings withFile(String newFile) {
        return new CsvSettings(newFile, target, features, task, missing, categories, format);
    }

    /** Returns a copy that predicts another column from all others. */
    public CsvSettings withTarget(String newTarget) {
        return new CsvSettings(file, newTarget, List.of(), task, missing, categories, format);
    }

    public CsvSettings withFeatures(List<String> newFeatures) {
        return new CsvSettings(file, target, newFeatures, task, missing, categories, format);
    }

    public CsvSettings withTask(@Nullable PredictionTask newTask) {
        return new CsvSettings(file, target, features, newTask, missing, categories, format);
    }

    public CsvSettings withMissing(MissingValues newMissing) {
        return new CsvSettings(file, target, features, task, newMissing, categories, format);
    }

    public CsvSettings withCategories(List<String> newCategories) {
        return new CsvSettings(file, target, features, task, missing, newCategories, format);
    }

    public CsvSettings withFormat(CsvFormat newFormat) {
        return new CsvSettings(file, target, features, task, missing, categories, newFormat);
    }
}
