package hyperlab.data;

import hyperlab.image.ImageShape;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Rows of features with a target for each row. Immutable by convention: do not modify the arrays.
 *
 * @param name the display name, such as {@code iris} or the name of a file
 * @param features samples × features; a gap is NaN if {@code preparation} fills gaps
 * @param targets one for each sample: the index of the class (0, 1, …) or the value
 * @param columns what the features and the target are
 * @param droppedRows the number of rows of the source that were dropped because of a missing value
 * @param image how the features of a row form an image; null if they do not
 * @param preparation what remains to be done with the features once the training rows are known
 */
public record DataSet(
        String name,
        DMatrixRMaj features,
        double[] targets,
        Columns columns,
        int droppedRows,
        @Nullable ImageShape image,
        FeaturePreparation preparation) {
    /**
     * What the columns of a data set are.
     *
     * @param featureNames one for each feature
     * @param targetName name of the target column
     * @param task classification or regression
     * @param classNames ordered by class index; empty for regression
     */
    public record Columns(List<String> featureNames, String targetName, PredictionTask task, List<String> classNames) {
        public Columns {
            featureNames = List.copyOf(featureNames);
            classNames = List.copyOf(classNames);
        }

        /** Features from which a number is predicted. */
        public static Columns regression(List<String> featureNames, String targetName) {
            return new Columns(featureNames, targetName, PredictionTask.REGRESSION, List.of());
        }

        /** Features from which a class is predicted. */
        public static Columns classification(List<String> featureNames, String targetName, List<String> classNames) {
            return new Columns(featureNames, targetName, PredictionTask.CLASSIFICATION, classNames);
        }
    }

    /** Complete data without gaps, categories or images. */
    public DataSet(String name, DMatrixRMaj features, double[] targets, Columns columns) {
        this(name, features, targets, columns, 0, null, FeaturePreparation.NONE);
    }

    public DataSet {
        int names = columns.featureNames().size();
        if (features.numRows != targets.length || features.numCols != names) {
            throw new IllegalArgumentException("features are " + features.numRows + " × " + features.numCols + " for "
                    + targets.length + " targets and " + names + " names");
        }
        if (image != null && image.size() != features.numCols) {
            throw new InvalidInputException("image", Rule.IMAGE_SIZE, features.numCols, image);
        }
        if (columns.task() == PredictionTask.CLASSIFICATION
                && columns.classNames().size() < 2) {
            throw new InvalidInputException(
                    columns.targetName(), Rule.SINGLE_CLASS, String.join("", columns.classNames()));
        }
    }

    /** The names of the features. */
    public List<String> featureNames() {
        return columns.featureNames();
    }

    /** The name of the target column. */
    public String targetName() {
        return columns.targetName();
    }

    /** Classification or regression. */
    public PredictionTask task() {
        return columns.task();
    }

    /** The names of the classes, ordered by index; empty for regression. */
    public List<String> classNames() {
        return columns.classNames();
    }

    /** The number of rows. */
    public int samples() {
        return targets.length;
    }

    /** The number of outputs of a network for this data set: the number of classes, or 1 for regression. */
    public int outputs() {
        return task() == PredictionTask.CLASSIFICATION ? classNames().size() : 1;
    }

    /** Returns the same data with another name. */
    public DataSet withName(String newName) {
        return new DataSet(newName, features, targets, columns, droppedRows, image, preparation);
    }

    /** Returns the same rows as images of this shape; null for no images. */
    public DataSet withImage(@Nullable ImageShape newImage) {
        return new DataSet(name, features, targets, columns, droppedRows, newImage, preparation);
    }

    /** Returns the same rows with other features of the same shape. */
    public DataSet withFeatures(DMatrixRMaj newFeatures) {
        return new DataSet(name, newFeatures, targets, columns, droppedRows, image, preparation);
    }

    /** Returns a copy of the first {@code count} rows. */
    public DataSet firstRows(int count) {
        return rows(IntStream.range(0, count).toArray());
    }

    /** Returns a copy of these rows, in this order. */
    public DataSet rows(int[] rows) {
        DMatrixRMaj selectedFeatures = new DMatrixRMaj(rows.length, features.numCols);
        double[] selectedTargets = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(
                    features.data,
                    rows[i] * features.numCols,
                    selectedFeatures.data,
                    i * features.numCols,
                    features.numCols);
            selectedTargets[i] = targets[rows[i]];
        }
        return new DataSet(name, selectedFeatures, selectedTargets, columns, droppedRows, image, preparation);
    }
}
