package hyperlab.lab.training.inspection;

import hyperlab.data.DataSplit;
import hyperlab.data.PredictionTask;
import hyperlab.diagnosis.ConfusionMatrix;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.diagnosis.DiagnosisInput;
import hyperlab.diagnosis.FeaturePlane;
import hyperlab.diagnosis.FittedCurve;
import hyperlab.diagnosis.HardSamples;
import hyperlab.diagnosis.NetworkReport;
import hyperlab.diagnosis.NoiseScale;
import hyperlab.diagnosis.TrainingDoctor;
import hyperlab.diagnosis.TrainingEvidence;
import hyperlab.diagnosis.WorstPredictions;
import hyperlab.finding.Finding;
import hyperlab.lab.training.inspection.PredictionInspection.PlanePredictions;
import hyperlab.lab.training.run.RunFacts;
import hyperlab.lab.training.run.RunHistory;
import hyperlab.lab.training.run.RunSnapshot;
import hyperlab.lab.training.run.StageChart;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.SnapshotHistory;
import hyperlab.train.TrainingOutcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Inspects networks on request. Used by one worker at a time. */
public final class NetworkInspector {
    private static final int MAX_MISTAKES = 100;
    private static final int MAX_DIAGNOSIS_ROWS = 1_000;
    /** With more multiplications than this for one picture, it is coarser or left out. */
    static final double MAX_PRODUCTS = 4e7;
    /** A training loss above this multiple of the validation loss is explained. */
    private static final double FAR_ABOVE = 2;

    private static final int MIN_SIDE = 31;
    private static final int MEMBER_SIDE = 61;

    private final NetworkMeasurer measurer = new NetworkMeasurer();
    private @Nullable DataSplit cachedPartition;
    private @Nullable PlaneChoice cachedChoice;
    private @Nullable FeaturePlane cachedPlane;

    /**
     * Inspects a network.
     *
     * @param cancelled whether a newer request exists; checked while epochs are trained again
     * @return null if there is nothing to inspect, or if it was canceled
     * @throws InterruptedException if the window closes while waiting
     */
    @Nullable
    NetworkInspection inspect(InspectionRequest request, BooleanSupplier cancelled) throws InterruptedException {
        Integer epoch = request.epoch();
        return epoch == null
                ? request.run()
                        .runSnapshot()
                        .map(snapshot -> inspect(request, snapshot, cancelled))
                        .orElse(null)
                : inspectEpoch(request, request.run().snapshots(), epoch, cancelled);
    }

    /**
     * Inspects the network at the end of an epoch restored from snapshots, even if the run was replaced since. Null
     * snapshots restore nothing.
     */
    @Nullable
    NetworkInspection inspectEpoch(
            InspectionRequest request, @Nullable SnapshotHistory snapshots, int epoch, BooleanSupplier cancelled) {
        return restore(snapshots, epoch, cancelled)
                .map(snapshot -> inspect(request, snapshot, cancelled))
                .orElse(null);
    }

    private static Optional<RunSnapshot> restore(
            @Nullable SnapshotHistory snapshots, int epoch, BooleanSupplier cancelled) {
        if (snapshots == null || epoch < snapshots.firstEpoch() || epoch > snapshots.newestEpoch()) {
            return Optional.empty();
        }
        return snapshots.restore(epoch, cancelled).map(RunSnapshot::of);
    }

    private NetworkInspection inspect(InspectionRequest request, RunSnapshot snapshot, BooleanSupplier cancelled) {
        LayerInspection network = network(request, snapshot);
        PredictionInspection predictions = predictions(request, snapshot);
        RunHistory history = request.run().history();
        TrainingOutcome outcome = history.outcome();
        boolean now =
                request.epoch() == null || (outcome instanceof TrainingOutcome.Diverged && isLatest(history, snapshot));
        List<Finding<TrainingEvidence, Experiment>> findings =
                now ? findings(request, snapshot, network, cancelled) : null;
        return new NetworkInspection(
                request,
                new NetworkInspection.InspectedPoint(
                        snapshot.experiment(), snapshot.partition(), snapshot.report(), snapshot.step()),
                network,
                predictions,
                findings);
    }

    private static boolean isLatest(RunHistory history, RunSnapshot snapshot) {
        return history.newest() != null
                && history.newest().epoch() == snapshot.report().epoch();
    }

    private List<Finding<TrainingEvidence, Experiment>> findings(
            InspectionRequest request, RunSnapshot snapshot, LayerInspection network, BooleanSupplier cancelled) {
        RunHistory history = request.run().history();
        RunFacts facts = history.facts();
        if (facts == null) {
            return List.of();
        }
        DiagnosisInput input = diagnosisInput(
                snapshot.experiment(),
                facts,
                history,
                network.report(),
                network.measurements().noise());
        return TrainingDoctor.examine(
                input,
                () -> measurer.suggestedRate(request.run(), snapshot, cancelled),
                (remedied, problem) -> measurer.trial(request.run(), remedied, problem, cancelled));
    }

    /** A diagnosis from the curves alone, without an inspection of the network. */
    static List<Finding<TrainingEvidence, Experiment>> findings(Experiment experiment, RunHistory history) {
        RunFacts facts = history.facts();
        return facts == null
                ? List.of()
                : TrainingDoctor.examine(diagnosisInput(experiment, facts, history, null, null));
    }

    private static DiagnosisInput diagnosisInput(
            Experiment experiment,
            RunFacts facts,
            RunHistory history,
            @Nullable NetworkReport network,
            @Nullable NoiseScale noise) {
        return new DiagnosisInput(
                experiment,
                new DiagnosisInput.DataSummary(facts.trainRows(), facts.baselineLoss(), facts.scaleRatio()),
                history.rows(MAX_DIAGNOSIS_ROWS),
                history.outcome(),
                network,
                noise,
                null);
    }

    private LayerInspection network(InspectionRequest request, RunSnapshot snapshot) {
        Network network = snapshot.network();
        NetworkProbe probe = new NetworkProbe(network);
        DiagnosisInput.NetworkState state = DiagnosisInput.NetworkState.of(
                probe, snapshot.partition().train(), snapshot.experiment().seed());
        return new LayerInspection(
                state.report(),
                state.rows().samples(),
                request.isVisible(StageChart.NETWORK) ? network.weights() : List.of(),
                measurer.measure(request, snapshot, probe, state.noise()),
                snapshot.droppedUnits(),
                request.isVisible(StageChart.NETWORK)
                        ? UnitImages.ofChosenUnit(
                                request, snapshot.partition(), probe, () -> plane(request, snapshot.partition()))
                        : null,
                request.isVisible(StageChart.NETWORK) ? UnitImages.ofAllUnits(request, snapshot, probe) : List.of());
    }

    private PredictionInspection predictions(InspectionRequest request, RunSnapshot snapshot) {
        DataSplit partition = snapshot.partition();
        boolean classes = partition.all().task() == PredictionTask.CLASSIFICATION;
        boolean needsValidation = request.isVisible(StageChart.CONFUSION)
                || request.isVisible(StageChart.MISTAKES)
                || request.isVisible(StageChart.PREDICTION)
                || request.isVisible(StageChart.FIT);
        DMatrixRMaj validation = needsValidation
                ? snapshot.ensemble().predict(partition.validation().features())
                : null;
        boolean needsTrain = !classes && request.isVisible(StageChart.PREDICTION);
        return new PredictionInspection(
                request.isVisible(StageChart.BOUNDARY) && partition.all().features().numCols > 1
                        ? planePredictions(request, snapshot)
                        : null,
                classes && validation != null && request.isVisible(StageChart.CONFUSION)
                        ? ConfusionMatrix.of(validation, partition.validation().targets())
                        : null,
                needsTrain ? snapshot.ensemble().predict(partition.train().features()) : null,
                needsTrain ? validation : null,
                !classes && request.isVisible(StageChart.FIT)
                        ? FittedCurve.of(partition, feature(request, partition), snapshot.ensemble()::predict)
                        : null,
                validation != null && request.isVisible(StageChart.MISTAKES)
                        ? WorstPredictions.of(partition.validation(), validation, MAX_MISTAKES)
                        : null,
                hardSamples(snapshot));
    }

    /** The samples that make the difference if the training loss is far above the validation loss. */
    private static @Nullable HardSamples hardSamples(RunSnapshot snapshot) {
        EpochReport report = snapshot.report();
        DataSplit partition = snapshot.partition();
        double products = (double) RunFacts.countParameters(snapshot.ensemble())
                * partition.all().samples();
        boolean farAbove = report.epoch() > 0 && report.trainLoss() > FAR_ABOVE * report.validationLoss();
        return farAbove && products <= MAX_PRODUCTS
                ? HardSamples.of(
                        partition,
                        snapshot.ensemble()::predict,
                        snapshot.experiment().training().lossFor(partition.all().task()))
                : null;
    }

    public static int feature(InspectionRequest request, DataSplit partition) {
        return Math.min(request.feature(), partition.all().features().numCols - 1);
    }

    private PlanePredictions planePredictions(InspectionRequest request, RunSnapshot snapshot) {
        FeaturePlane featurePlane = plane(request, snapshot.partition());
        double parameters = RunFacts.countParameters(snapshot.ensemble());
        int side = (int) Math.max(MIN_SIDE, Math.min(DecisionMap.RESOLUTION, Math.sqrt(MAX_PRODUCTS / parameters)));
        boolean withMembers = snapshot.ensemble().members().size() > 1 || request.isVisible(StageChart.MEMBERS);
        int memberSide = Math.min(MEMBER_SIDE, side);
        List<DecisionMap> members = (withMembers ? NetworkMeasurer.membersOf(snapshot) : List.<Network>of())
                .stream()
                        .map(member -> DecisionMap.of(
                                snapshot.partition(),
                                featurePlane,
                                request.window(),
                                member::predict,
                                memberSide,
                                memberSide))
                        .toList();
        return new PlanePredictions(
                DecisionMap.of(
                        snapshot.partition(), featurePlane, request.window(), snapshot.ensemble()::predict, side, side),
                featurePlane,
                members);
    }

    private FeaturePlane plane(InspectionRequest request, DataSplit partition) {
        FeaturePlane known = cachedPlane;
        if (known == null
                || !Objects.equals(cachedPartition, partition)
                || !request.plane().equals(cachedChoice)) {
            known = request.plane().featurePlane(partition);
            cachedPlane = known;
            cachedPartition = partition;
            cachedChoice = request.plane();
        }
        return known;
    }
}
