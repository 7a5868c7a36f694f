package hyperlab.batch;

import hyperlab.data.DataSet;
import hyperlab.data.Standardizer;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
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
    private static final double OUTLIER_FEATURE = 2;
    private static final double MIN_DETERMINANT = 1e-9;

    private final DataSet data;
    private final TwoWeightModelSettings settings;
    private final double[] x;
    private final double[] y;
    private final double[] targets;
    private final QuadraticLoss fullLoss;
    private final double minimumX;
    private final double minimumY;

    private TwoWeightModel(DataSet data, TwoWeightModelSettings settings, double[] x, double[] y, double[] targets) {
        this.data = data;
        this.settings = settings;
        this.x = x;
        this.y = y;
        this.targets = targets;
        QuadraticLoss.LossAccumulator sum = new QuadraticLoss.LossAccumulator();
        for (int i = 0; i < targets.length; i++) {
            sum.add(x[i], y[i], targets[i]);
        }
        fullLoss = sum.mean();
        double determinant = fullLoss.xx() * fullLoss.yy() - fullLoss.xy() * fullLoss.xy();
        if (!(determinant > MIN_DETERMINANT)) {
            throw new InvalidInputException("y", Rule.COLUMN_NOT_MULTIPLE, "x", settings.y());
        }
        minimumX = (fullLoss.yy() * fullLoss.bx() - fullLoss.xy() * fullLoss.by()) / determinant;
        minimumY = (fullLoss.xx() * fullLoss.by() - fullLoss.xy() * fullLoss.bx()) / determinant;
    }

    /**
     * Creates the model for the chosen columns.
     *
     * @throws InvalidInputException for a column that the data set does not have, or two columns that are multiples of
     *     each other
     */
    public static TwoWeightModel of(TwoWeightModelSettings settings, DataSet data) {
        double[] x = standardized(
                TwoWeightModelSettings.column(data, settings.x(), "x"), settings.outlier() > 0 ? OUTLIER_FEATURE : 0);
        double[] y = standardized(
                TwoWeightModelSettings.column(data, settings.y(), "y"), settings.outlier() > 0 ? OUTLIER_FEATURE : 0);
        double[] targets =
                standardized(TwoWeightModelSettings.column(data, settings.target(), "target"), -settings.outlier());
        return new TwoWeightModel(data, settings, x, y, targets);
    }

    /** Standardizes the numbers and, if {@code odd} is not 0, appends it as the value of the outlier. */
    private static double[] standardized(double[] numbers, double outlierValue) {
        DMatrixRMaj column = new DMatrixRMaj(numbers.length, 1, true, numbers);
        double[] scaled = Standardizer.fit(column).scaled(column).data;
        if (outlierValue == 0) {
            return scaled;
        }
        double[] extended = Arrays.copyOf(scaled, scaled.length + 1);
        extended[scaled.length] = outlierValue;
        return extended;
    }

    /** The data set of the columns, without the outlier. */
    public DataSet data() {
        return data;
    }

    public TwoWeightModelSettings settings() {
        return settings;
    }

    /** N, including the outlier. */
    public int samples() {
        return targets.length;
    }

    /** Whether this sample is the planted outlier. */
    public boolean isOutlier(int sample) {
        return sample >= data.samples();
    }

    /** The standardized target of a sample. */
    public double target(int sample) {
        return targets[sample];
    }

    /** The loss over all samples. */
    public QuadraticLoss fullLoss() {
        return fullLoss;
    }

    /** The loss over {@code count} samples: those in {@code order} from index {@code offset} on. */
    public QuadraticLoss lossOver(int[] order, int offset, int count) {
        QuadraticLoss.LossAccumulator sum = new QuadraticLoss.LossAccumulator();
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
    public double minimumX() {
        return minimumX;
    }

    /** The value of w₂ at the minimum of the loss. */
    public double minimumY() {
        return minimumY;
    }

    /** The minimum of the loss. */
    public double minimumLoss() {
        return fullLoss.loss(minimumX, minimumY);
    }

    /**
     * How far the loss is above its minimum, computed as {@code ½·(w − w*)ᵀH(w − w*)}, which is also accurate near the
     * minimum.
     */
    public double excessLoss(double w1, double w2) {
        double dx = w1 - minimumX;
        double dy = w2 - minimumY;
        return 0.5 * (fullLoss.xx() * dx * dx + 2 * fullLoss.xy() * dx * dy + fullLoss.yy() * dy * dy);
    }
}
