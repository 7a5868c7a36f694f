package hyperlab.batch;

import hyperlab.data.DataSet;
import hyperlab.data.Standardizer;
import hyperlab.rule.Refusal;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Linear regression with two weights and no bias, {@code ŷ = w₁·x₁ + w₂·x₂}, by the mean of {@code ½(ŷ − t)²}. Both
 * features and the target are standardized (mean 0, standard deviation 1, divisor N), which puts the best bias at 0 and
 * lets weights and losses of different data be compared: at w = 0 the loss is ½, at the minimum ½(1 − R²).
 *
 * <p>The loss is the quadratic {@code ½·wᵀHw − bᵀw + c} with {@code H = XᵀX/N}, {@code b = Xᵀt/N}, {@code c = tᵀt/2N}, so
 * its minimum {@code H⁻¹b}, its curvatures and the gradient of every sample are exact.
 *
 * <p>An odd sample of oddness s &gt; 0 is one more row after all others, at x₁ = x₂ = 2 with the target −s, in standard
 * deviations of the rows without it.
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
            throw new Refusal("y", "another column than a multiple of x", choice.y());
        }
        leastX = (whole.yy() * whole.bx() - whole.xy() * whole.by()) / determinant;
        leastY = (whole.xx() * whole.by() - whole.xy() * whole.bx()) / determinant;
    }

    /**
     * The model of the chosen columns.
     *
     * @throws Refusal for a column that the data do not have, or two that are multiples of one another
     */
    public static TwoWeightModel of(ModelChoice choice, DataSet data) {
        double[] x = standardized(ModelChoice.column(data, choice.x(), "x"), choice.oddSample() > 0 ? ODD_FEATURE : 0);
        double[] y = standardized(ModelChoice.column(data, choice.y(), "y"), choice.oddSample() > 0 ? ODD_FEATURE : 0);
        double[] targets = standardized(ModelChoice.column(data, choice.target(), "target"), -choice.oddSample());
        return new TwoWeightModel(data, choice, x, y, targets);
    }

    /** The numbers in standard deviations from their mean; with an odd one behind them if it is not 0. */
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

    /** The rows that the columns are of, without the odd sample. */
    public DataSet data() {
        return data;
    }

    public ModelChoice choice() {
        return choice;
    }

    /** N, the odd sample included. */
    public int samples() {
        return targets.length;
    }

    /** Whether this is the planted odd sample. */
    public boolean isOdd(int sample) {
        return sample >= data.samples();
    }

    /** The target of a sample, standardized. */
    public double target(int sample) {
        return targets[sample];
    }

    /** The loss over all samples, with its Hessian. */
    public Quadratic whole() {
        return whole;
    }

    /** The loss over {@code count} samples, those in {@code order} from {@code offset} on. */
    public Quadratic over(int[] order, int offset, int count) {
        Quadratic.Sum sum = new Quadratic.Sum();
        for (int k = offset; k < offset + count; k++) {
            sum.add(x[order[k]], y[order[k]], targets[order[k]]);
        }
        return sum.mean();
    }

    /** The mean gradient of {@code count} samples, those in {@code order} from {@code offset} on, into {@code gradient}. */
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

    /** The first coordinate of a sample's own gradient, {@code (ŷ − t)·x₁}. */
    public double gradientX(int sample, double w1, double w2) {
        return (w1 * x[sample] + w2 * y[sample] - targets[sample]) * x[sample];
    }

    /** The second coordinate of a sample's own gradient, {@code (ŷ − t)·x₂}. */
    public double gradientY(int sample, double w1, double w2) {
        return (w1 * x[sample] + w2 * y[sample] - targets[sample]) * y[sample];
    }

    /** w₁ where the loss is least. */
    public double leastX() {
        return leastX;
    }

    /** w₂ where the loss is least. */
    public double leastY() {
        return leastY;
    }

    /** The least loss. */
    public double least() {
        return whole.loss(leastX, leastY);
    }

    /** How far the loss lies above the least, by {@code ½·(w − w*)ᵀH(w − w*)}: exact near the minimum too. */
    public double excess(double w1, double w2) {
        double dx = w1 - leastX;
        double dy = w2 - leastY;
        return 0.5 * (whole.xx() * dx * dx + 2 * whole.xy() * dx * dy + whole.yy() * dy * dy);
    }
}
