package hyperlab.lab.training.inspection;

import hyperlab.data.DataSet;
import hyperlab.diagnosis.LearningRateRange;
import hyperlab.diagnosis.LearningRateRangeTest;
import hyperlab.diagnosis.NetworkReport;
import hyperlab.diagnosis.NoiseScale;
import hyperlab.diagnosis.Problem;
import hyperlab.diagnosis.RemedyTrial;
import hyperlab.diagnosis.RowSampler;
import hyperlab.diagnosis.Sharpness;
import hyperlab.diagnosis.ThinnedNetworks;
import hyperlab.lab.training.run.LiveRun;
import hyperlab.lab.training.run.RunSnapshot;
import hyperlab.lab.training.run.StageChart;
import hyperlab.nn.Ensemble;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.ParameterVector;
import hyperlab.random.RandomStream;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.train.SnapshotHistory;
import hyperlab.train.TrainingRun;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Takes the more expensive measurements of a network. Used by one worker at a time. */
final class NetworkMeasurer {
    private static final int MAX_HESSIAN_PRODUCTS = 20;
    private static final int MASK_COUNT = 8;
    private static final int MAX_MEMBERS = 8;

    private @Nullable LiveRun suggestedFor;
    private @Nullable Double suggestedRate;
    private @Nullable LiveRun triedFor;
    private final Map<TriedRemedy, RemedyTrial> trials = new HashMap<>();
    private @Nullable LiveRun sharpnessRun;
    private @Nullable Sharpness latestSharpness;

    /** Takes the measurements that the visible charts need. */
    NetworkMeasurements measure(
            InspectionRequest request, RunSnapshot snapshot, NetworkProbe probe, @Nullable NoiseScale noise) {
        return new NetworkMeasurements(
                noise,
                sharpness(request, snapshot, probe),
                updateRatios(request, snapshot),
                members(request, snapshot));
    }

    /** The upper end of the rates suggested by a range test from the start of the run; null if it suggests none. */
    @Nullable
    Double suggestedRate(LiveRun run, RunSnapshot snapshot, BooleanSupplier cancelled) {
        if (!run.equals(suggestedFor)) {
            LearningRateRangeTest test = LearningRateRangeTest.run(
                    snapshot.experiment(),
                    snapshot.partition(),
                    null,
                    LearningRateRange.DEFAULT,
                    point -> {},
                    cancelled);
            LearningRateRangeTest.RateInterval suggestion = test.suggestion();
            suggestedRate = suggestion == null ? null : (Double) suggestion.to();
            suggestedFor = test.end() == LearningRateRangeTest.EndReason.CANCELLED ? null : run;
        }
        return suggestedRate;
    }

    private record TriedRemedy(Experiment remedied, Problem problem) {}

    /** What a remedy does in a run from the start; tried once for each run. */
    RemedyTrial trial(LiveRun run, Experiment remedied, Problem problem, BooleanSupplier cancelled) {
        if (!run.equals(triedFor)) {
            trials.clear();
            triedFor = run;
        }
        TriedRemedy tried = new TriedRemedy(remedied, problem);
        RemedyTrial known = trials.get(tried);
        if (known != null) {
            return known;
        }
        RemedyTrial trial;
        try {
            trial = RemedyTrial.of(run.openFromStart(remedied), problem, cancelled);
        } catch (InvalidInputException e) {
            trial = RemedyTrial.UNKNOWN;
        }
        if (trial.result() != RemedyTrial.TrialResult.UNKNOWN) {
            trials.put(tried, trial);
        }
        return trial;
    }

    private @Nullable Sharpness sharpness(InspectionRequest request, RunSnapshot snapshot, NetworkProbe probe) {
        if (!request.isVisible(StageChart.SHARPNESS)) {
            return null;
        }
        RandomStream stream = RandomStream.named(snapshot.experiment().seed(), "sharpness");
        DataSet rows = RowSampler.sample(snapshot.partition().train(), MeasurementHistory.MAX_SHARPNESS_ROWS, stream);
        Sharpness before = request.run().equals(sharpnessRun) ? latestSharpness : null;
        ParameterVector start =
                before == null ? Sharpness.randomStart(probe.network(), stream) : before.warmStart(stream);
        Sharpness measured = Sharpness.of(
                probe,
                rows,
                snapshot.experiment().training().penalty().l2(),
                start,
                Sharpness.TOLERANCE,
                MAX_HESSIAN_PRODUCTS,
                () -> false);
        boolean finite = Double.isFinite(measured.value());
        sharpnessRun = finite ? request.run() : null;
        latestSharpness = finite ? measured : null;
        return measured;
    }

    /** Measures one more step from the end of the epoch; if the run is over then, from the end of the epoch before. */
    private static List<Double> updateRatios(InspectionRequest request, RunSnapshot snapshot) {
        SnapshotHistory snapshots = request.run().snapshots();
        int epoch = snapshot.report().epoch();
        if (!request.isVisible(StageChart.RATIOS) || snapshots == null || epoch < snapshots.firstEpoch()) {
            return List.of();
        }
        TrainingRun run = snapshots.restore(epoch, () -> false).orElseThrow();
        if (run.outcome() != null && epoch > snapshots.firstEpoch()) {
            run = snapshots.restore(epoch - 1, () -> false).orElseThrow();
        }
        if (run.outcome() != null) {
            return List.of();
        }
        ParameterVector before = ParameterVector.values(run.network());
        run.step();
        return Arrays.stream(NetworkReport.updateToWeightRatios(new NetworkProbe(run.network()), before))
                .filter(Double::isFinite)
                .boxed()
                .toList();
    }

    /**
     * The loss of each ensemble member, or of networks with random dropout masks, and the loss of their mean
     * prediction.
     */
    private static @Nullable MemberLosses members(InspectionRequest request, RunSnapshot snapshot) {
        List<Network> members = request.isVisible(StageChart.MEMBERS) ? membersOf(snapshot) : List.of();
        if (members.isEmpty()) {
            return null;
        }
        DataSet part = snapshot.partition().validation();
        List<Double> losses = members.stream()
                .map(member -> member.evaluate(part.features(), part.targets()).loss())
                .toList();
        double mean =
                new Ensemble(members).evaluate(part.features(), part.targets()).loss();
        boolean masks = snapshot.ensemble().members().size() == 1;
        double off = masks
                ? snapshot.network().evaluate(part.features(), part.targets()).loss()
                : Double.NaN;
        return new MemberLosses(losses, mean, off);
    }

    /**
     * The networks whose predictions are averaged: ensemble members, or networks with random dropout masks; otherwise
     * none.
     */
    static List<Network> membersOf(RunSnapshot snapshot) {
        List<Network> members = snapshot.ensemble().members();
        if (members.size() > 1) {
            return members.subList(0, Math.min(MAX_MEMBERS, members.size()));
        }
        return snapshot.experiment().network().dropout() > 0
                ? ThinnedNetworks.of(
                        snapshot.network(),
                        MASK_COUNT,
                        RandomStream.named(snapshot.experiment().seed(), "masks"))
                : List.of();
    }
}
