package hyperlab.batch;

import hyperlab.data.DataSet;
import hyperlab.data.Standardizer;
import hyperlab.rule.InvalidInputException;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Linear regression with two weights and no bias, {@code ŷ = w₁·x₁ + w₂·x₂}, with the loss mean {@code ½(ŷ − t)²}. Both
 * features and the target are standardized (mean 0, standard deviation 1, divisor N). Then the best bias is 0, and
 * weights and losses are comparable between data sets: the loss is ½ at w = 0 and ½(1 − R²) at the minimum.
 *
 * <p>The loss is the quadratic {@code ½·wᵀHw − bᵀw + c} with {@code H = XᵀX/N}, {@code b = Xᵀt/N}, {@code c = tᵀt/2N},
 * so its minimum {@code H⁻¹b}, its curvatures and the gradient of every sample are exact.
 *
 * <p>An outlier of size s &gt; 0 is an additional last row with x₁ = x₂ = 2 and the target −s, in standard deviations
 * of the other rows.
 */
public final class TwoWeightModel {
    private static final double ODD_FEATURE = 2;
    private static final double SINGULAR = 1e-9;

    private final DataSet data;
    private final ModelChoice choice;
    private final double[] x;
    private final double[] y;
    private final double[] targets;
    private final Quadratic whole;
    private final double leastX;
    private final double leastY;

    private TwoWeightModel(DataSet data, ModelChoice choice, double[] x, double[] y, double[] targets) {
        this.data = data;
        this.choice = choice;
        this.x = x;
        this.y = y;
        this.targets = targets;
        Quadratic.Sum sum = new Quadratic.Sum();
        for (int i = 0; i < targets.length; i++) {
            sum.add(x[i], y[i], targets[i]);
        }
        whole = sum.mean();
        double determinant = whole.xx() * whole.yy() - whole.xy() * whole.xy();
        if (!(determinant > SINGULAR)) {
            throw new InvalidInputException("y", "another column than a multiple of x", choice.y());
        }
        leastX = (whole.yy() * whole.bx() - whole.xy() * whole.by()) / determinant;
        leastY = (whole.xx() * whole.by() - whole.xy() * whole.bx()) / determinant;
    }

    /**
     * Creates the model for the chosen columns.
     *
     * @throws InvalidInputException for a column that the data set does not have, or two columns that are multiples of each other
     */
    public static TwoWeightModel of(ModelChoice choice, DataSet data) {
        double[] x = standardized(ModelChoice.column(data, choice.x(), "x"), choice.oddSample() > 0 ? ODD_FEATURE : 0);
        double[] y = standardized(ModelChoice.column(data, choice.y(), "y"), choice.oddSample() > 0 ? ODD_FEATURE : 0);
        double[] targets = standardized(ModelChoice.column(data, choice.target(), "target"), -choice.oddSample());
        return new TwoWeightModel(data, choice, x, y, targets);
    }

    /** Standardizes the numbers and, if {@code odd} is not 0, appends it as the value of the outlier. */
    private static double[] standardized(double[] numbers, double odd) {
        DMatrixRMaj column = new DMatrixRMaj(numbers.length, 1, true, numbers);
        double[] scaled = Standardizer.fit(column).scaled(column).data;
        if (odd == 0) {
            return scaled;
        }
        double[] more = Arrays.copyOf(scaled, scaled.length + 1);
        more[scaled.length] = odd;
        return more;
    }

    /** The data set of the columns, without the outlier. */
    public DataSet data() {
        return data;
    }

    public ModelChoice choice() {
        return choice;
    }

    /** N, including the outlier. */
    public int samples() {
        return targets.length;
    }

    /** Whether this sample is the planted outlier. */
    public boolean isOdd(int sample) {
        return sample >= data.samples();
    }

    /** The standardized target of a sample. */
    public double target(int sample) {
        return targets[sample];
    }

    /** The loss over all samples. */
    public Quadratic whole() {
        return whole;
    }

    /** The loss over {@code count} samples: those in {@code order} from index {@code offset} on. */
    public Quadratic over(int[] order, int offset, int count) {
        Quadratic.Sum sum = new Quadratic.Sum();
        for (int k = offset; k < offset + count; k++) {
            sum.add(x[order[k]], y[order[k]], targets[order[k]]);
        }
        return sum.mean();
    }

    /**
     * Writes the mean gradient of {@code count} samples, those in {@code order} from index {@code offset} on, into
     * {@code gradient}, which has 2 entries.
     */
    void gradient(double w1, double w2, int[] order, int offset, int count, double[] gradient) {
        double sumX = 0;
        double sumY = 0;
        for (int k = offset; k < offset + count; k++) {
            int i = order[k];
            double error = w1 * x[i] + w2 * y[i] - targets[i];
            sumX += error * x[i];
            sumY += error * y[i];
        }
        gradient[0] = sumX / count;
        gradient[1] = sumY / count;
    }

    /** The first coordinate of the gradient of a single sample, {@code (ŷ − t)·x₁}. */
    public double gradientX(int sample, double w1, double w2) {
        return (w1 * x[sample] + w2 * y[sample] - targets[sample]) * x[sample];
    }

    /** The second coordinate of the gradient of a single sample, {@code (ŷ − t)·x₂}. */
    public double gradientY(int sample, double w1, double w2) {
        return (w1 * x[sample] + w2 * y[sample] - targets[sample]) * y[sample];
    }

    /** The value of w₁ at the minimum of the loss. */
    public double leastX() {
        return leastX;
    }

    /** The value of w₂ at the minimum of the loss. */
    public double leastY() {
        return leastY;
    }

    /** The minimum of the loss. */
    public double least() {
        return whole.loss(leastX, leastY);
    }

    /**
     * How far the loss is above its minimum, computed as {@code ½·(w − w*)ᵀH(w − w*)}, which is also accurate near the
     * minimum.
     */
    public double excess(double w1, double w2) {
        double dx = w1 - leastX;
        double dy = w2 - leastY;
        return 0.5 * (whole.xx() * dx * dx + 2 * whole.xy() * dx * dy + whole.yy() * dy * dy);
    }
}
