package hyperlab.diagnosis;

import hyperlab.data.DataSet;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.ParameterVector;
import hyperlab.nn.layer.ParameterBlock;
import hyperlab.random.RandomStream;
import java.util.function.BooleanSupplier;

/**
 * The largest eigenvalue λ of the Hessian of the training objective, which Cohen et al. 2021 ("Gradient descent on
 * neural networks typically occurs at the edge of stability") call sharpness. Full-batch gradient descent is stable
 * along the sharpest direction while λ &lt; 2/η, and with momentum β while λ &lt; (2 + 2β)/η;
 * {@code hyperlab.descent.Stability} computes both thresholds. During training, λ rises to about this threshold and
 * stays there. The threshold does not apply to adaptive optimizers, where the preconditioned Hessian matters instead
 * (Cohen et al. 2022).
 *
 * <p>The Hessian is that of the mean loss over the given rows, with dropout off, plus {@code l2} for each weight (the
 * L1 penalty has no curvature except at 0). Measured on iris, digits and MNIST with dense layers and a convolution,
 * each Hessian-vector product costs two to three gradients over the same rows. Reaching {@link #TOLERANCE} takes five
 * to ten products from a fresh start and two to four from a warm start, which equals 10 to 30, or 4 to 12, epochs of
 * training on these rows. Use {@link RowSampler#sample} to bound the cost. Memory is bounded by 32 MB or eight vectors,
 * whichever is more.
 *
 * @param value λ; NaN if no product was computed, or if a product is not finite
 * @param residual |Hv − λv| for the unit vector v found; some eigenvalue lies within this distance of {@code value}
 * @param products number of Hessian-vector products computed
 * @param converged whether the residual reached the requested tolerance
 * @param direction v, the sharpest direction; of length 1
 */
public record Sharpness(double value, double residual, int products, boolean converged, ParameterVector direction) {
    /** A relative residual at which the value was correct to 1e-3 in all measurements. */
    public static final double TOLERANCE = 0.01;
    /** More products than any measured network needed to reach {@link #TOLERANCE}. */
    public static final int MAX_PRODUCTS = 50;

    /**
     * Measures the sharpness.
     *
     * @param part rows and targets of the mean loss
     * @param l2 strength of the L2 penalty, ≥ 0
     * @param start initial vector, not all 0: {@link #randomStart} or {@link #warmStart}
     * @param tolerance of the residual relative to λ, as {@link #TOLERANCE}; the error of the value is about its square
     * @param maxProducts maximum number of Hessian-vector products, as {@link #MAX_PRODUCTS}
     * @param cancelled checked before each product; true stops the iteration and returns the current estimate
     */
    public static Sharpness of(
            NetworkProbe probe,
            DataSet part,
            double l2,
            ParameterVector start,
            double tolerance,
            int maxProducts,
            BooleanSupplier cancelled) {
        return new Lanczos(vector -> product(probe, part, l2, vector)).run(start, tolerance, maxProducts, cancelled);
    }

    private static ParameterVector product(NetworkProbe probe, DataSet part, double l2, ParameterVector vector) {
        Network network = probe.network();
        ParameterVector result = ParameterVector.zeros(network);
        probe.hessianVectorProduct(part.features(), part.targets(), vector, result);
        for (int b = 0; l2 > 0 && b < result.blocks(); b++) {
            ParameterBlock block = network.parameters().get(b);
            for (int i = 0; block.isWeight() && i < result.block(b).length; i++) {
                result.block(b)[i] += l2 * vector.block(b)[i];
            }
        }
        return result;
    }

    /** A random direction, which has a component along every eigenvector with probability 1. */
    public static ParameterVector randomStart(Network network, RandomStream stream) {
        return ParameterVector.zeros(network).fillGaussian(stream);
    }

    /**
     * Returns an equal mix of this direction and a random one. It saves products while the weights change little, and
     * still finds another direction that has become the sharpest in the meantime.
     */
    public ParameterVector warmStart(RandomStream stream) {
        ParameterVector random = direction.copy().fillGaussian(stream);
        return random.scale(1 / random.norm()).addScaled(1, direction);
    }
}
