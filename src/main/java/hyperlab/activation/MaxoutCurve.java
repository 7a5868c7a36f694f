package hyperlab.activation;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Curves for training a single Maxout unit: {@value #POINTS} evenly spaced points in ±3. Every fifth point is used for
 * validation only.
 */
public enum MaxoutCurve {
    /** ½x²: convex; the more lines, the better the fit. */
    PARABOLA("parabola"),
    /**
     * x|: two lines are enough.
     */
    ABSOLUTE("absolute"),
    /** sin x: not convex, so one unit cannot fit it with any number of lines. */
    SINE("sine");

    /** Curves are defined on −{@value} … {@value}. */
    public static final double X_LIMIT = 3;

    private static final int POINTS = 121;
    private static final int VALIDATION_INTERVAL = 5;

    private final String fileName;

    MaxoutCurve(String fileName) {
        this.fileName = fileName;
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }

    /** The value of the curve at x. */
    public double valueAt(double x) {
        return switch (this) {
            case PARABOLA -> x * x / 2;
            case ABSOLUTE -> Math.abs(x);
            case SINE -> Math.sin(x);
        };
    }

    DataSplit partition() {
        double[] x = IntStream.range(0, POINTS)
                .mapToDouble(i -> -X_LIMIT + 2 * X_LIMIT * i / (POINTS - 1))
                .toArray();
        DataSet all = new DataSet(
                fileName,
                new DMatrixRMaj(POINTS, 1, true, x),
                Arrays.stream(x).map(this::valueAt).toArray(),
                DataSet.Columns.regression(List.of("x"), "y"));
        int[] validationRows = rowsWhere(i -> i % VALIDATION_INTERVAL == 2);
        int[] trainRows = rowsWhere(i -> i % VALIDATION_INTERVAL != 2);
        return new DataSplit(all, all.rows(trainRows), all.rows(validationRows), trainRows, validationRows, null);
    }

    private static int[] rowsWhere(IntPredicate selected) {
        return IntStream.range(0, POINTS).filter(selected).toArray();
    }
}
