package hyperlab.lab.training.inspection;

import hyperlab.chart.training.network.NetworkDiagram;
import hyperlab.data.DataSet;
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
import hyperlab.image.ImageShape;
import hyperlab.lab.training.inspection.LayerInspection.UnitImage;
import hyperlab.lab.training.inspection.PredictionInspection.PlanePredictions;
import hyperlab.lab.training.run.RunFacts;
import hyperlab.lab.training.run.RunHistory;
import hyperlab.lab.training.run.RunSnapshot;
import hyperlab.lab.training.run.StageChart;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.WeightLayer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.SnapshotHistory;
import hyperlab.train.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jspecify.annotations.Nullable;

/** Inspects networks on request. Used by one worker at a time. */
public final class NetworkInspector {
    private static final int MAX_MISTAKES = 100;
    private static final int MAX_DIAGNOSIS_ROWS = 1_000;
    private static final double MAX_PRODUCTS = 4e7;
    /** A training loss above this multiple of the validation loss is explained. */
    private static final double FAR_ABOVE = 2;

    private static final int MIN_SIDE = 31;
    private static final int UNIT_SIDE = 41;
    private static final int MAP_SIDE = 21;
    private static final int MEMBER_SIDE = 61;
    private static final int MAX_PLANE_FEATURES = 4_096;

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
                request.isVisible(StageChart.NETWORK) ? unit(request, snapshot, probe) : null,
                request.isVisible(StageChart.NETWORK) ? maps(request, snapshot, probe) : List.of());
    }

    /** The features and the outputs of all units over the plane of two-dimensional data. */
    private static List<List<UnitImage>> maps(InspectionRequest request, RunSnapshot snapshot, NetworkProbe probe) {
        DataSplit partition = snapshot.partition();
        double parameters = RunFacts.countParameters(snapshot.ensemble());
        if (partition.all().features().numCols != 2
                || parameters * probe.weightLayers().size() * MAP_SIDE * MAP_SIDE > MAX_PRODUCTS) {
            return List.of();
        }
        List<Integer> widths = new ArrayList<>();
        DecisionMap map = DecisionMap.of(
                partition,
                FeaturePlane.ofFeatures(partition, 0, 1),
                request.window(),
                grid -> allOutputs(partition, probe, grid, widths),
                MAP_SIDE,
                MAP_SIDE);
        List<List<UnitImage>> maps = new ArrayList<>();
        int first = 0;
        for (int width : widths) {
            maps.add(images(map, first, Math.min(width, NetworkDiagram.MAX_UNITS)));
            first += width;
        }
        return maps;
    }

    /**
     * The features and the outputs of every layer, side by side; of the output layer, how much the probability of each
     * class is above that of a guess among all classes, so that the sign says which class is more likely.
     *
     * @param widths receives the number of columns of each
     */
    private static DMatrixRMaj allOutputs(
            DataSplit partition, NetworkProbe probe, DMatrixRMaj grid, List<Integer> widths) {
        List<DMatrixRMaj> all = new ArrayList<>(List.of(grid));
        for (WeightLayer layer : probe.weightLayers()) {
            if (layer.kind() == WeightLayer.LayerKind.OUTPUT) {
                DMatrixRMaj predictions = probe.network().predict(grid);
                double guess = partition.all().task() == PredictionTask.CLASSIFICATION ? 1.0 / predictions.numCols : 0;
                CommonOps_DDRM.add(predictions, -guess);
                all.add(predictions);
            } else {
                all.add(probe.outputs(layer, grid));
            }
        }
        DMatrixRMaj joined = new DMatrixRMaj(
                grid.numRows, all.stream().mapToInt(part -> part.numCols).sum());
        int column = 0;
        for (DMatrixRMaj part : all) {
            CommonOps_DDRM.insert(part, joined, 0, column);
            column += part.numCols;
            widths.add(part.numCols);
        }
        return joined;
    }

    private static List<UnitImage> images(DecisionMap map, int first, int count) {
        List<UnitImage> images = new ArrayList<>();
        for (int unit = first; unit < first + count; unit++) {
            double[] values = new double[MAP_SIDE * MAP_SIDE];
            for (int k = 0; k < values.length; k++) {
                values[k] = map.output(k % MAP_SIDE, k / MAP_SIDE, unit);
            }
            images.add(new UnitImage(false, MAP_SIDE, MAP_SIDE, values));
        }
        return images;
    }

    private @Nullable UnitImage unit(InspectionRequest request, RunSnapshot snapshot, NetworkProbe probe) {
        NetworkDiagram.UnitPosition unit = request.unit();
        DataSet data = snapshot.partition().all();
        if (unit == null
                || unit.column() == 0
                || unit.column() > probe.weightLayers().size()) {
            return null;
        }
        WeightLayer layer = probe.weightLayers().get(unit.column() - 1);
        ImageShape image = data.image();
        if (unit.unit() >= layer.units()) {
            return null;
        }
        if (layer.kind() == WeightLayer.LayerKind.CONVOLUTION) {
            return kernelImage(probe.network().weights(), unit.column() - 1, unit.unit(), layer.units());
        }
        if (image != null && unit.column() == 1) {
            return weightImage(probe.network().weights(), unit.unit(), image);
        }
        if (data.features().numCols < 2 || data.features().numCols > MAX_PLANE_FEATURES) {
            return null;
        }
        DecisionMap map = DecisionMap.of(
                snapshot.partition(),
                plane(request, snapshot.partition()),
                request.window(),
                grid -> probe.outputs(layer, grid),
                UNIT_SIDE,
                UNIT_SIDE);
        double[] values = new double[UNIT_SIDE * UNIT_SIDE];
        for (int k = 0; k < values.length; k++) {
            values[k] = map.output(k % UNIT_SIDE, k / UNIT_SIDE, unit.unit());
        }
        return new UnitImage(false, UNIT_SIDE, UNIT_SIDE, values);
    }

    /**
     * The kernels of one filter, one per input channel, in a grid with one empty line between them. For Maxout, only
     * its first piece.
     */
    private static @Nullable UnitImage kernelImage(List<LayerWeights> weights, int layer, int unit, int units) {
        List<LayerWeights> withoutPrelu = weights.stream()
                .filter(each -> !(each instanceof LayerWeights.Prelu))
                .toList();
        if (!(withoutPrelu.get(layer) instanceof LayerWeights.Convolution convolution)) {
            return null;
        }
        double[][][] kernels = convolution.weights()[unit * (convolution.weights().length / units)];
        int tilesPerRow = (int) Math.ceil(Math.sqrt(kernels.length));
        int side = kernels[0].length;
        int columns = tilesPerRow * (side + 1) - 1;
        double[] values = new double[columns * columns];
        for (int channel = 0; channel < kernels.length; channel++) {
            for (int row = 0; row < side; row++) {
                int y = columns - 1 - (channel / tilesPerRow * (side + 1) + row);
                System.arraycopy(
                        kernels[channel][row], 0, values, y * columns + channel % tilesPerRow * (side + 1), side);
            }
        }
        return new UnitImage(true, columns, columns, values);
    }

    /** The weights of a first-layer unit as an image, summed over the channels. For Maxout, only its first piece. */
    private static @Nullable UnitImage weightImage(List<LayerWeights> weights, int unit, ImageShape image) {
        if (!(weights.get(0) instanceof LayerWeights.Dense dense)) {
            return null;
        }
        int size = image.width() * image.height();
        double[] values = new double[size];
        for (int i = 0; i < dense.weights()[unit].length; i++) {
            int pixel = i % size;
            int row = image.height() - 1 - pixel / image.width();
            values[row * image.width() + pixel % image.width()] += dense.weights()[unit][i];
        }
        return new UnitImage(true, image.width(), image.height(), values);
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
