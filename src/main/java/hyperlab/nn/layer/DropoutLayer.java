package hyperlab.nn.layer;

import hyperlab.random.RandomStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Inverted dropout: in training, each unit of each sample is set to 0 with probability p, and the others are scaled by
 * 1/(1 − p), which preserves the mean (Srivastava et al. 2014, section 10). Outside training, or if p is 0, the input
 * is returned unchanged and no random numbers are drawn.
 */
public final class DropoutLayer implements Layer {
    private final RandomStream stream;
    private final DMatrixRMaj output = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradient = new DMatrixRMaj(0, 0);
    private double[] mask = new double[0];
    private double probability;
    private boolean active;

    public DropoutLayer(double probability, RandomStream stream) {
        this.probability = probability;
        this.stream = stream;
    }

    public void setProbability(double newProbability) {
        probability = newProbability;
    }

    /** Whether p is 0, so that the layer does nothing. */
    public boolean isIdle() {
        return probability == 0;
    }

    /** The units that the latest training pass dropped in its first sample; empty if there was no dropout. */
    public boolean[] droppedUnits() {
        boolean[] dropped = new boolean[probability > 0 && mask.length >= output.numCols ? output.numCols : 0];
        for (int unit = 0; unit < dropped.length; unit++) {
            dropped[unit] = mask[unit] == 0;
        }
        return dropped;
    }

    @Override
    public DMatrixRMaj forward(DMatrixRMaj input, boolean training) {
        active = training && probability > 0;
        if (!active) {
            return input;
        }
        output.reshape(input.numRows, input.numCols);
        int length = input.getNumElements();
        if (mask.length < length) {
            mask = new double[length];
        }
        double scale = 1 / (1 - probability);
        for (int i = 0; i < length; i++) {
            mask[i] = stream.nextDouble() < probability ? 0 : scale;
        }
        multiply(input.data, output.data, length);
        return output;
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj outputGradient) {
        if (!active) {
            return outputGradient;
        }
        inputGradient.reshape(output.numRows, output.numCols);
        multiply(outputGradient.data, inputGradient.data, output.getNumElements());
        return inputGradient;
    }

    @Override
    public DMatrixRMaj forwardTangent(DMatrixRMaj inputTangent, double[][] direction) {
        return inputTangent;
    }

    @Override
    public DMatrixRMaj backwardTangent(
            DMatrixRMaj outputGradient, DMatrixRMaj gradientTangent, double[][] direction, double[][] result) {
        return gradientTangent;
    }

    private void multiply(double[] from, double[] to, int length) {
        double[] factors = mask;
        for (int i = 0; i < length; i++) {
            to[i] = factors[i] * from[i];
        }
    }
}
