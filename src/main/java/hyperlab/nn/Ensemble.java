package hyperlab.nn;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Networks of one shape that predict together: the mean of their predictions, which are probabilities for cross-entropy
 * and the outputs themselves for squared error. A single network is its own ensemble, to the last bit. Belongs to one
 * thread at a time, with its members.
 */
public final class Ensemble {
    private final List<Network> members;
    private final OutputLoss loss;
    private final DMatrixRMaj[] outputs;
    private final DMatrixRMaj mean = new DMatrixRMaj(0, 0);

    /** @param members of one shape, at least one */
    public Ensemble(List<Network> members) {
        this.members = List.copyOf(members);
        this.loss = OutputLoss.of(members.get(0).shape().loss());
        this.outputs = new DMatrixRMaj[members.size()];
    }

    /** The networks, each of which predicts by itself too. */
    public List<Network> members() {
        return members;
    }

    /** The mean of the members' {@link Network#predict predictions}, as a new matrix samples × outputs. */
    public DMatrixRMaj predict(DMatrixRMaj features) {
        DMatrixRMaj sum = members.get(0).predict(features);
        int length = sum.getNumElements();
        for (Network member : members.subList(1, members.size())) {
            DMatrixRMaj own = member.predict(features);
            for (int i = 0; i < length; i++) {
                sum.data[i] += own.data[i];
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
     * The loss of the mean prediction and the share of samples whose largest mean output is their class, over all rows,
     * dropout off: −ln of the mean probability of the class, or ½ Σ_outputs (mean o − t)². Neither is the mean of the
     * members' own, which is never lower (Jensen).
     */
    public Evaluation evaluate(DMatrixRMaj features, double[] targets) {
        Network first = members.get(0);
        if (members.size() == 1) {
            return first.evaluate(features, targets);
        }
        boolean classes = first.shape().outputs() > 1;
        double sum = 0;
        int right = 0;
        for (int from = 0; from < features.numRows; from += outputs[0].numRows) {
            int row = from;
            Arrays.setAll(outputs, k -> members.get(k).outputs(features, row));
            loss.average(outputs, mean);
            sum = loss.add(sum, mean, targets, from);
            right += classes ? Network.countRight(mean, targets, from) : 0;
        }
        double samples = features.numRows;
        return new Evaluation(sum / samples, classes ? right / samples : Double.NaN);
    }

    /** Copies of all that each member learned, in order. */
    public List<List<LayerWeights>> weights() {
        return members.stream().map(Network::weights).toList();
    }

    /** Takes over the given weights of each member; refusals as those of {@link Network#load}. */
    public void load(List<List<LayerWeights>> given) {
        for (int k = 0; k < members.size(); k++) {
            members.get(k).load(given.get(k));
        }
    }
}
