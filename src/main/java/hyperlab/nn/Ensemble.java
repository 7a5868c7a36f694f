package hyperlab.nn;

import hyperlab.nn.layer.LayerWeights;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * An ensemble of networks with the same shape. It predicts the mean of their predictions: probabilities for
 * cross-entropy, outputs for squared error. An ensemble of one network gives bit-for-bit the results of that network.
 * Confined, with its members, to one thread at a time.
 */
public final class Ensemble {
    private final List<Network> members;
    private final LossFunction loss;
    private final DMatrixRMaj[] outputs;
    private final DMatrixRMaj mean = new DMatrixRMaj(0, 0);

    /** @param members at least one, all with the same shape */
    public Ensemble(List<Network> members) {
        this.members = List.copyOf(members);
        this.loss = LossFunction.of(members.get(0).shape().loss());
        this.outputs = new DMatrixRMaj[members.size()];
    }

    /** The member networks, which can also be used individually. */
    public List<Network> members() {
        return members;
    }

    /** The mean of the members' {@link Network#predict predictions}, as a new matrix samples × outputs. */
    public DMatrixRMaj predict(DMatrixRMaj features) {
        DMatrixRMaj sum = members.get(0).predict(features);
        int length = sum.getNumElements();
        for (Network member : members.subList(1, members.size())) {
            DMatrixRMaj memberPredictions = member.predict(features);
            for (int i = 0; i < length; i++) {
                sum.data[i] += memberPredictions.data[i];
            }
        }
        if (members.size() > 1) {
            for (int i = 0; i < length; i++) {
                sum.data[i] /= members.size();
            }
        }
        return sum;
    }

    /**
     * The loss and accuracy of the mean prediction over all rows, without dropout. The loss is −ln of the mean
     * probability of the target class, or ½ Σ_outputs (mean o − t)². It is not the mean of the members' losses, which
     * is never lower (Jensen's inequality).
     *
     * @param features samples × inputs
     * @param targets one per row
     */
    public Evaluation evaluate(DMatrixRMaj features, double[] targets) {
        Network first = members.get(0);
        if (members.size() == 1) {
            return first.evaluate(features, targets);
        }
        boolean classes = first.shape().outputs() > 1;
        double sum = 0;
        int correct = 0;
        int unchecked = 0;
        for (int from = 0; from < features.numRows; from += outputs[0].numRows) {
            int row = from;
            unchecked += first.chunkRows();
            if (unchecked >= Network.MAX_UNCHECKED_ROWS) {
                unchecked = 0;
                first.workers().checkCancelled();
            }
            Arrays.setAll(outputs, k -> members.get(k).outputs(features, row));
            loss.averageOutputs(outputs, mean);
            sum = loss.addLosses(sum, mean, targets, from);
            correct += classes ? Network.countCorrect(mean, targets, from) : 0;
        }
        double samples = features.numRows;
        return new Evaluation(sum / samples, classes ? correct / samples : Double.NaN);
    }

    /** Copies of the learned weights of each member, in order. */
    public List<List<LayerWeights>> weights() {
        return members.stream().map(Network::weights).toList();
    }

    /**
     * Replaces the weights of each member.
     *
     * @throws hyperlab.rule.InvalidInputException as {@link Network#load}; members before the invalid one are already
     *     changed
     */
    public void load(List<List<LayerWeights>> newWeights) {
        for (int k = 0; k < members.size(); k++) {
            members.get(k).load(newWeights.get(k));
        }
    }
}
