package hyperlab.activation;

import hyperlab.data.DataSet;
import hyperlab.data.Partition;
import hyperlab.data.Task;
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
    public static final double REACH = 3;

    private static final int POINTS = 121;
    private static final int JUDGES_EVERY = 5;

    private final String fileName;

    MaxoutCurve(String fileName) {
        this.fileName = fileName;
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }

    /** The value of the curve at x. */
    public double at(double x) {
        return switch (this) {
            case PARABOLA -> x * x / 2;
            case ABSOLUTE -> Math.abs(x);
            case SINE -> Math.sin(x);
        };
    }

    Partition partition() {
        double[] x = IntStream.range(0, POINTS)
                .mapToDouble(i -> -REACH + 2 * REACH * i / (POINTS - 1))
                .toArray();
        DataSet whole = new DataSet(
                fileName,
                new DMatrixRMaj(POINTS, 1, true, x),
                Arrays.stream(x).map(this::at).toArray(),
                List.of("x"),
                "y",
                Task.REGRESSION,
                List.of(),
                0,
                null);
        int[] judges = rows(i -> i % JUDGES_EVERY == 2);
        int[] trains = rows(i -> i % JUDGES_EVERY != 2);
        return new Partition(whole, whole.rows(trains), whole.rows(judges), trains, judges, null);
    }

    private static int[] rows(IntPredicate taken) {
        return IntStream.range(0, POINTS).filter(taken).toArray();
    }
}
