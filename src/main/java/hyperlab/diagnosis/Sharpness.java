package hyperlab.diagnosis;

import hyperlab.data.DataSet;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.ParameterBlock;
import hyperlab.nn.ParameterVector;
import hyperlab.random.RandomStream;
import java.util.function.BooleanSupplier;

/**
 * The largest eigenvalue λ of the Hessian of the training objective, which Cohen et al. 2021 ("Gradient descent on neural
 * networks typically occurs at the edge of stability") call sharpness. Full-batch gradient descent is stable along the
 * sharpest direction while λ &lt; 2/η, with momentum β while λ &lt; (2 + 2β)/η; {@code hyperlab.descent.Stability} has
 * both. In training λ rises to about that border and stays. No such border is known for adaptive optimizers, whose own is
 * that of the preconditioned Hessian (Cohen et al. 2022).
 *
 * <p>The Hessian is that of the mean loss over the rows given, dropout off, plus {@code l2} for each weight (the L1 penalty
 * bends nowhere but at 0). As measured on iris, digits and MNIST with dense layers and a convolution, each product with it costs two to
 * three gradients over the same rows, and to {@link #TOLERANCE} it takes five to ten products from a fresh start and two to
 * four from a warm one: as much as 10 to 30, or 4 to 12, epochs of training on these rows. {@link Rows#atMost} some of them
 * bounds it. Memory is bounded by 32 MB or eight vectors, whichever is more.
 *
 * @param value λ; NaN if no product was computed, or if one is not finite
 * @param residual |Hv − λv| of the unit vector v found; some eigenvalue lies no further from {@code value}
 * @param products products with the Hessian that it took
 * @param converged whether the residual came down to what was asked for
 * @param direction v, the sharpest direction; of length 1
 */
public record Sharpness(double value, double residual, int products, boolean converged, ParameterVector direction) {
    /** A residual at which the value itself was right to 1e-3 in all that was measured. */
    public static final double TOLERANCE = 0.01;
    /** More products than any measured network took to {@link #TOLERANCE}. */
    public static final int MOST_PRODUCTS = 50;

    /**
     * Measures it.
     *
     * @param part rows and targets to take the mean loss over
     * @param l2 of the penalty, ≥ 0
     * @param start where to start, not all 0: {@link #freshStart} or {@link #warmStart}
     * @param tolerance of the residual, relative to λ, as {@link #TOLERANCE}; the value's own error is about its square
     * @param mostProducts products with the Hessian at most, as {@link #MOST_PRODUCTS}
     * @param cancelled asked before each product; true ends it with what there is
     */
    public static Sharpness of(
            NetworkProbe probe,
            DataSet part,
            double l2,
            ParameterVector start,
            double tolerance,
            int mostProducts,
            BooleanSupplier cancelled) {
        return new Lanczos(vector -> product(probe, part, l2, vector)).run(start, tolerance, mostProducts, cancelled);
    }

    private static ParameterVector product(NetworkProbe probe, DataSet part, double l2, ParameterVector vector) {
        Network network = probe.network();
        ParameterVector result = ParameterVector.zeros(network);
        probe.hessianTimes(part.features(), part.targets(), vector, result);
        for (int b = 0; l2 > 0 && b < result.blocks(); b++) {
            ParameterBlock block = network.parameters().get(b);
            for (int i = 0; block.isWeight() && i < result.block(b).length; i++) {
                result.block(b)[i] += l2 * vector.block(b)[i];
            }
        }
        return result;
    }

    /** A random direction: no eigenvector is left out but by a chance of 0. */
    public static ParameterVector freshStart(Network network, RandomStream stream) {
        return ParameterVector.zeros(network).draw(stream);
    }

    /**
     * Half the direction found here, half a random one: saves products while the weights move little, and still finds
     * another direction that has become the sharpest meanwhile.
     */
    public ParameterVector warmStart(RandomStream stream) {
        ParameterVector random = direction.copy().draw(stream);
        return random.scale(1 / random.norm()).add(1, direction);
    }
}
