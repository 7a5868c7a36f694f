package hyperlab.cli.train;

import hyperlab.nn.Network;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.train.Training;
import hyperlab.train.TrainingRun;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;

/**
 * The state of a trained model at some epoch.
 *
 * @param run the run
 * @param predict the model's prediction, as {@link Training#predict}
 * @param weights the layers of the first network of an ensemble
 */
record ModelState(Training run, UnaryOperator<DMatrixRMaj> predict, List<LayerWeights> weights) {
    /** The result of a finished run. */
    static ModelState ofFinished(Training run) {
        return new ModelState(run, run::predict, run.resultingWeights().get(0));
    }

    /** The current state of a run that is between two epochs. */
    static ModelState ofCurrent(TrainingRun run) {
        return new ModelState(
                run, run.ensemble()::predict, run.ensemble().weights().get(0));
    }

    /**
     * A copy of the first network with these weights.
     *
     * @throws IllegalStateException if the run has no such network (a Playground run)
     */
    Network network() {
        if (!(run instanceof TrainingRun training)) {
            throw new IllegalStateException("no network to take a gradient of");
        }
        Network network = training.ensemble().members().get(0).copy(0);
        network.load(weights);
        return network;
    }
}
