package hyperlab.train;

import hyperlab.nn.Network;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * One optimizer step of a network with the numbers that it was computed from: those of the trainer itself, bit for bit.
 * The arrays of parameters are in the order of {@link Network#parameters()}. Must not be modified.
 *
 * @param step the number of the step, from 1
 * @param learningRate the learning rate of the step
 * @param features the batch: samples × inputs
 * @param targets one per sample of the batch
 * @param layers what each layer returned, with dropout
 * @param loss the mean loss of the batch before the step, without the penalty
 * @param lossAfter the mean loss of the same batch after the step, without dropout
 * @param before the parameters before the step
 * @param gradients the gradient that the optimizer received: that of the batch's mean loss plus that of the penalty
 * @param after the parameters after the step; unchanged if the loss was not finite
 */
public record StepTrace(
        long step,
        double learningRate,
        DMatrixRMaj features,
        double[] targets,
        List<Network.LayerTrace> layers,
        double loss,
        double lossAfter,
        double[][] before,
        double[][] gradients,
        double[][] after) {
    public StepTrace {
        layers = List.copyOf(layers);
    }
}
