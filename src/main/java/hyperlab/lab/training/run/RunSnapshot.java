package hyperlab.lab.training.run;

import hyperlab.data.DataSplit;
import hyperlab.nn.Ensemble;
import hyperlab.nn.Network;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.List;

/**
 * A copy of a run's state at one point, so that it can be inspected while the run continues.
 *
 * @param experiment the current settings of the run
 * @param partition its data
 * @param ensemble copies of its networks; use on one thread at a time
 * @param report the report of the latest finished epoch
 * @param step optimizer steps so far
 * @param droppedUnits for each hidden layer, the units that dropout dropped for the first sample of the latest step
 */
public record RunSnapshot(
        Experiment experiment,
        DataSplit partition,
        Ensemble ensemble,
        EpochReport report,
        long step,
        List<boolean[]> droppedUnits) {
    public static RunSnapshot of(TrainingRun run) {
        List<Network> copies = run.ensemble().members().stream()
                .map(network -> network.copy(run.experiment().seed()))
                .toList();
        return new RunSnapshot(
                run.experiment(),
                run.partition(),
                new Ensemble(copies),
                run.report(),
                run.stepCount(),
                run.network().droppedUnits());
    }

    /** The first network, which is the only one unless there is an ensemble. */
    public Network network() {
        return ensemble.members().get(0);
    }
}
