package hyperlab.app.training;

import hyperlab.data.Partition;
import hyperlab.nn.Ensemble;
import hyperlab.nn.Network;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.List;

/**
 * A run at one moment, to be looked at while the run goes on.
 *
 * @param experiment what it trains with
 * @param partition its data
 * @param ensemble copies of its networks, for one thread at a time
 * @param report of the newest epoch that had ended
 * @param step optimizer steps by then
 * @param dropped the units of each hidden layer that the latest step left out of its first sample
 */
record Moment(
        Experiment experiment,
        Partition partition,
        Ensemble ensemble,
        EpochReport report,
        long step,
        List<boolean[]> dropped) {
    static Moment of(TrainingRun run) {
        List<Network> copies = run.ensemble().members().stream()
                .map(network -> network.copy(run.experiment().seed()))
                .toList();
        return new Moment(
                run.experiment(),
                run.partition(),
                new Ensemble(copies),
                run.report(),
                run.stepCount(),
                run.network().dropped());
    }

    /** The first network, the only one unless there is an ensemble. */
    Network network() {
        return ensemble.members().get(0);
    }
}
