package hyperlab.data;

import hyperlab.image.ImageShape;
import hyperlab.rule.Refusal;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Rows of numbers with what is to be predicted of each. Immutable by agreement: no one changes the arrays.
 *
 * @param name for people, such as {@code iris} or a file's name
 * @param features samples × features
 * @param targets one a sample: the class's number (0, 1, …) or the value
 * @param featureNames as many as features
 * @param targetName name of the target column
 * @param task classification or regression
 * @param classNames in the order of the classes' numbers; empty for regression
 * @param dropped how many rows of the source were left out for a missing value
 * @param image how a row's features form an image; null where they form none
 */
public record DataSet(
        String name,
        DMatrixRMaj features,
        double[] targets,
        List<String> featureNames,
        String targetName,
        Task task,
        List<String> classNames,
        int dropped,
        @Nullable ImageShape image) {
    public DataSet {
        featureNames = List.copyOf(featureNames);
        classNames = List.copyOf(classNames);
        if (features.numRows != targets.length || features.numCols != featureNames.size()) {
            throw new IllegalArgumentException("features are " + features.numRows + " × " + features.numCols + " for "
                    + targets.length + " targets and " + featureNames.size() + " names");
        }
        if (image != null && image.numbers() != features.numCols) {
            throw new Refusal("image", "of as many numbers as a row has features, " + features.numCols, image);
        }
        if (task == Task.CLASSIFICATION && classNames.size() < 2) {
            throw new Refusal(targetName, "at least two classes", "one: " + String.join("", classNames));
        }
    }

    /** Number of rows. */
    public int samples() {
        return targets.length;
    }

    /** Number of outputs that a network for these data has: the classes, or 1. */
    public int outputs() {
        return task == Task.CLASSIFICATION ? classNames.size() : 1;
    }

    /** The same data under another name. */
    public DataSet withName(String newName) {
        return new DataSet(newName, features, targets, featureNames, targetName, task, classNames, dropped, image);
    }

    /** The same rows, each an image of this shape; null for none. */
    public DataSet withImage(@Nullable ImageShape newImage) {
        return new DataSet(name, features, targets, featureNames, targetName, task, classNames, dropped, newImage);
    }

    /** The same rows with other numbers for their features, of the same shape. */
    public DataSet withFeatures(DMatrixRMaj newFeatures) {
        return new DataSet(name, newFeatures, targets, featureNames, targetName, task, classNames, dropped, image);
    }

    /** The first so many rows, with the arrays copied. */
    public DataSet first(int count) {
        return rows(IntStream.range(0, count).toArray());
    }

    /** The given rows, in the given order, with the arrays copied. */
    public DataSet rows(int[] rows) {
        DMatrixRMaj taken = new DMatrixRMaj(rows.length, features.numCols);
        double[] takenTargets = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(
                    features.data, rows[i] * features.numCols, taken.data, i * features.numCols, features.numCols);
            takenTargets[i] = targets[rows[i]];
        }
        return new DataSet(name, taken, takenTargets, featureNames, targetName, task, classNames, dropped, image);
    }
}
