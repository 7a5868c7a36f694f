package hyperlab.nn.layer;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** x for x &gt; 0, slope·x for x ≤ 0, with one learned slope for the whole layer. */
public final class PreluLayer implements TrainableLayer {
    private final ParameterBlock slope = new ParameterBlock(1, false);
    private final DMatrixRMaj output = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradient = new DMatrixRMaj(0, 0);
    private DMatrixRMaj input = output;

    private final DMatrixRMaj tangent = new DMatrixRMaj(0, 0);
    private final DMatrixRMaj inputGradientTangent = new DMatrixRMaj(0, 0);
    private DMatrixRMaj inputTangent = tangent;

    public PreluLayer(double initialSlope) {
        slope.values()[0] = initialSlope;
    }

    @Override
    public DMatrixRMaj forward(DMatrixRMaj newInput, boolean training) {
        input = newInput;
        output.reshape(newInput.numRows, newInput.numCols);
        double negativeSlope = slope.values()[0];
        double[] x = newInput.data;
        double[] y = output.data;
        int length = newInput.getNumElements();
        for (int i = 0; i < length; i++) {
            y[i] = x[i] > 0 ? x[i] : negativeSlope * x[i];
        }
        return output;
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj outputGradient) {
        inputGradient.reshape(input.numRows, input.numCols);
        double negativeSlope = slope.values()[0];
        double[] x = input.data;
        double[] dy = outputGradient.data;
        double[] dx = inputGradient.data;
        double sum = 0;
        int length = input.getNumElements();
        for (int i = 0; i < length; i++) {
            boolean positive = x[i] > 0;
            dx[i] = positive ? dy[i] : negativeSlope * dy[i];
            sum += positive ? 0 : dy[i] * x[i];
        }
        slope.gradient()[0] = sum;
        return inputGradient;
    }

    /** ẋ for x &gt; 0, slope·ẋ + ṡ·x for x ≤ 0, where ṡ is the direction of the slope. */
    @Override
    public DMatrixRMaj forwardTangent(DMatrixRMaj newInputTangent, double[][] direction) {
        inputTangent = newInputTangent;
        tangent.reshape(input.numRows, input.numCols);
        double negativeSlope = slope.values()[0];
        double slopeTangent = direction[0][0];
        double[] x = input.data;
        double[] dx = newInputTangent.data;
        int length = input.getNumElements();
        for (int i = 0; i < length; i++) {
            tangent.data[i] = x[i] > 0 ? dx[i] : negativeSlope * dx[i] + slopeTangent * x[i];
        }
        return tangent;
    }

    /**
     * With δ and its derivative δ̇: δ̇ for x &gt; 0, slope·δ̇ + ṡ·δ for x ≤ 0; for the slope, Σ (δ̇·x + δ·ẋ) over all x
     * ≤ 0.
     */
    @Override
    public DMatrixRMaj backwardTangent(
            DMatrixRMaj outputGradient, DMatrixRMaj gradientTangent, double[][] direction, double[][] result) {
        inputGradientTangent.reshape(input.numRows, input.numCols);
        double negativeSlope = slope.values()[0];
        double slopeTangent = direction[0][0];
        double[] x = input.data;
        double[] dx = inputTangent.data;
        double[] delta = outputGradient.data;
        double[] deltaTangent = gradientTangent.data;
        double sum = 0;
        int length = input.getNumElements();
        for (int i = 0; i < length; i++) {
            boolean positive = x[i] > 0;
            inputGradientTangent.data[i] =
                    positive ? deltaTangent[i] : negativeSlope * deltaTangent[i] + slopeTangent * delta[i];
            sum += positive ? 0 : deltaTangent[i] * x[i] + delta[i] * dx[i];
        }
        result[0][0] = sum;
        return inputGradientTangent;
    }

    @Override
    public List<ParameterBlock> parameters() {
        return List.of(slope);
    }

    @Override
    public LayerWeights.Prelu weights() {
        return new LayerWeights.Prelu(slope.values().clone());
    }

    @Override
    public void check(String name, LayerWeights newWeights) {
        if (!(newWeights instanceof LayerWeights.Prelu prelu)) {
            throw new InvalidInputException(name, Rule.EXACTLY, "prelu", newWeights.kind());
        }
        ArrayChecks.check(name + ".slope", prelu.slope(), 1);
    }

    @Override
    public void load(LayerWeights newWeights) {
        LayerWeights.Prelu loaded = (LayerWeights.Prelu) newWeights;
        slope.values()[0] = loaded.slope()[0];
    }

    @Override
    public boolean isActivation() {
        return true;
    }
}
