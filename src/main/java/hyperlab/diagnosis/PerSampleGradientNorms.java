package hyperlab.diagnosis;

import hyperlab.nn.Activation;
import hyperlab.nn.LayerPass;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.WeightLayer;
import org.ejml.data.DMatrixRMaj;

/**
 * Sums the squared norms of all per-sample gradients with respect to the weights and biases of dense layers. Each row
 * of a layer contributes δᵀδ·(xᵀx + 1).
 */
final class PerSampleGradientNorms implements LayerPass.LayerPassVisitor {
    private double sum;

    /** Whether the network has no other parameters, that is no convolutions and no learned PReLU slopes. */
    static boolean supports(NetworkProbe probe) {
        return !(probe.network().shape().activation() instanceof Activation.Prelu)
                && probe.weightLayers().stream().noneMatch(layer -> layer.kind() == WeightLayer.LayerKind.CONVOLUTION);
    }

    @Override
    public void visit(LayerPass pass) {
        for (int row = 0; row < pass.sums().numRows; row++) {
            sum += squaredNorm(pass.sumGradients(), row) * (squaredNorm(pass.inputs(), row) + 1);
        }
    }

    double sum() {
        return sum;
    }

    private static double squaredNorm(DMatrixRMaj matrix, int row) {
        double square = 0;
        for (int i = row * matrix.numCols; i < (row + 1) * matrix.numCols; i++) {
            square += matrix.data[i] * matrix.data[i];
        }
        return square;
    }
}
