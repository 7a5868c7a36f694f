package hyperlab.cli;

import hyperlab.nn.LayerWeights;
import hyperlab.nn.Network;
import hyperlab.train.Training;
import hyperlab.train.TrainingRun;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;

/**
 * What a run has learned by some moment.
 *
 * @param run that it is of
 * @param predict as {@link Training#predict}
 * @param weights of an ensemble's first network
 */
record Learned(Training run, UnaryOperator<DMatrixRMaj> predict, List<LayerWeights> weights) {
    /** What stands for a run that has ended. */
    static Learned resulting(Training run) {
        return new Learned(run, run::predict, run.resultingWeights().get(0));
    }

    /** What a run has learned where it stands between two epochs. */
    static Learned now(TrainingRun run) {
        return new Learned(
                run, run.ensemble()::predict, run.ensemble().weights().get(0));
    }

    /** The first network with these weights, by itself. */
    Network network() {
        if (!(run instanceof TrainingRun training)) {
            throw new IllegalStateException("no network to take a gradient of");
        }
        Network network = training.ensemble().members().get(0).copy(0);
        network.load(weights);
        return network;
    }
}
