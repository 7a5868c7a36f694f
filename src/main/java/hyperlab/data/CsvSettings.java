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
 * @param features names of the columns to predict from; if empty, all other numeric columns
 * @param task classification or regression; if null, it depends on the target: regression only for a numeric target
 *     with more than 20 distinct values
 * @param dropMissing whether rows with an empty or non-numeric feature are dropped instead of rejected
 */
public record CsvSettings(
        String file,
        String target,
        List<String> features,
        @Nullable PredictionTask task,
        boolean dropMissing) {
    public CsvSettings {
        features = List.copyOf(features);
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
     * The default settings for a file with these columns, at least one: predict the last from all other numeric
     * columns.
     */
    public static CsvSettings withLastColumnAsTarget(String file, List<String> columns) {
        return new CsvSettings(file, columns.get(columns.size() - 1), List.of(), null, false);
    }
}
