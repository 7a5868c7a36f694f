package hyperlab.app.training;

import hyperlab.data.DataSet;
import hyperlab.diagnosis.NetworkReport;
import hyperlab.diagnosis.NoiseScale;
import hyperlab.diagnosis.RateRange;
import hyperlab.diagnosis.RateTest;
import hyperlab.diagnosis.Rows;
import hyperlab.diagnosis.Sharpness;
import hyperlab.diagnosis.Symptom;
import hyperlab.diagnosis.ThinnedNetworks;
import hyperlab.nn.Ensemble;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.ParameterVector;
import hyperlab.random.RandomStream;
import hyperlab.train.Experiment;
import hyperlab.train.Snapshots;
import hyperlab.train.TrainingRun;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Takes the more expensive measurements of a network. Used by one worker at a time. */
final class Measuring {
    private static final int MOST_SHARPNESS_ROWS = 200;
    private static final int MOST_HESSIANS = 20;
    private static final int MASKS = 8;
    private static final int MOST_MEMBERS = 8;

    private @Nullable LiveRun testedFor;
    private @Nullable Double testedRate;
    private @Nullable LiveRun sharpnessOf;
    private @Nullable Sharpness latestSharpness;

    /** Takes the measurements that the visible charts need. */
    Measures measure(LookOrder order, Moment moment, NetworkProbe probe, @Nullable NoiseScale noise) {
        return new Measures(noise, sharpness(order, moment, probe), ratios(order, moment), members(order, moment));
    }

    /** Whether the remedy of a symptom lowers the learning rate. */
    static boolean lowersTheRate(Symptom symptom, Experiment experiment) {
        Experiment remedy = symptom.remedy();
        return remedy != null
                && remedy.training().learningRate() < experiment.training().learningRate();
    }

    /** The upper end of the rates suggested by a range test from the start of the run; null if it suggests none. */
    @Nullable
    Double testedRate(LiveRun run, Moment moment, BooleanSupplier cancelled) {
        if (!run.equals(testedFor)) {
            RateTest test = RateTest.run(
                    moment.experiment(), moment.partition(), null, RateRange.DEFAULT, point -> {}, cancelled);
            RateTest.Suggestion suggestion = test.suggestion();
            testedRate = suggestion == null ? null : (Double) suggestion.to();
            testedFor = test.end() == RateTest.End.CANCELLED ? null : run;
        }
        return testedRate;
    }

    private @Nullable Sharpness sharpness(LookOrder order, Moment moment, NetworkProbe probe) {
        if (!order.shows(StageChart.SHARPNESS)) {
            return null;
        }
        RandomStream stream = RandomStream.named(moment.experiment().seed(), "sharpness");
        DataSet rows = Rows.atMost(moment.partition().train(), MOST_SHARPNESS_ROWS, stream);
        Sharpness before = order.run().equals(sharpnessOf) ? latestSharpness : null;
        ParameterVector start =
                before == null ? Sharpness.freshStart(probe.network(), stream) : before.warmStart(stream);
        Sharpness found = Sharpness.of(
                probe,
                rows,
                moment.experiment().training().penalty().l2(),
                start,
                Sharpness.TOLERANCE,
                MOST_HESSIANS,
                () -> false);
        boolean finite = Double.isFinite(found.value());
        sharpnessOf = finite ? order.run() : null;
        latestSharpness = finite ? found : null;
        return found;
    }

    /** Measures one more step from the end of the epoch; if the run is over then, from the end of the epoch before. */
    private static List<Double> ratios(LookOrder order, Moment moment) {
        Snapshots snapshots = order.run().snapshots();
        int epoch = moment.report().epoch();
        if (!order.shows(StageChart.RATIOS) || snapshots == null || epoch < snapshots.firstEpoch()) {
            return List.of();
        }
        TrainingRun run = snapshots.returnTo(epoch, () -> false).orElseThrow();
        if (run.outcome() != null && epoch > snapshots.firstEpoch()) {
            run = snapshots.returnTo(epoch - 1, () -> false).orElseThrow();
        }
        if (run.outcome() != null) {
            return List.of();
        }
        ParameterVector before = ParameterVector.values(run.network());
        run.step();
        return Arrays.stream(NetworkReport.updateToWeight(new NetworkProbe(run.network()), before))
                .filter(Double::isFinite)
                .boxed()
                .toList();
    }

    /**
     * The loss of each ensemble member, or of networks with random dropout masks, and the loss of their mean
     * prediction.
     */
    private static @Nullable MemberLosses members(LookOrder order, Moment moment) {
        List<Network> members = order.shows(StageChart.MEMBERS) ? membersOf(moment) : List.of();
        if (members.isEmpty()) {
            return null;
        }
        DataSet part = moment.partition().validation();
        List<Double> losses = members.stream()
                .map(member -> member.evaluate(part.features(), part.targets()).loss())
                .toList();
        double mean =
                new Ensemble(members).evaluate(part.features(), part.targets()).loss();
        boolean masks = moment.ensemble().members().size() == 1;
        double off = masks
                ? moment.network().evaluate(part.features(), part.targets()).loss()
                : Double.NaN;
        return new MemberLosses(losses, mean, off);
    }

    /**
     * The networks whose predictions are averaged: ensemble members, or networks with random dropout masks; otherwise
     * none.
     */
    static List<Network> membersOf(Moment moment) {
        List<Network> members = moment.ensemble().members();
        if (members.size() > 1) {
            return members.subList(0, Math.min(MOST_MEMBERS, members.size()));
        }
        return moment.experiment().network().dropout() > 0
                ? ThinnedNetworks.of(
                        moment.network(),
                        MASKS,
                        RandomStream.named(moment.experiment().seed(), "masks"))
                : List.of();
    }
}
