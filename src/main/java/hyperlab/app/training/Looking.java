package hyperlab.app.training;

import hyperlab.app.training.NetworkLook.UnitMap;
import hyperlab.app.training.PredictionLook.Ground;
import hyperlab.chart.NetworkSketch;
import hyperlab.data.DataSet;
import hyperlab.data.Partition;
import hyperlab.data.Task;
import hyperlab.diagnosis.Ailment;
import hyperlab.diagnosis.ConfusionMatrix;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.diagnosis.FeaturePlane;
import hyperlab.diagnosis.FittedCurve;
import hyperlab.diagnosis.Mistakes;
import hyperlab.diagnosis.NetworkReport;
import hyperlab.diagnosis.NoiseScale;
import hyperlab.diagnosis.Rows;
import hyperlab.diagnosis.Symptom;
import hyperlab.diagnosis.TrainingCase;
import hyperlab.diagnosis.TrainingDoctor;
import hyperlab.image.ImageShape;
import hyperlab.nn.LayerWeights;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.WeightLayer;
import hyperlab.random.RandomStream;
import hyperlab.train.Experiment;
import hyperlab.train.Snapshots;
import hyperlab.train.TrainingOutcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Inspects networks on request. Used by one worker at a time. */
final class Looking {
    private static final int MOST_ROWS = 500;
    private static final int MOST_MISTAKES = 100;
    private static final int MOST_DOCTOR_ROWS = 1_000;
    private static final double MOST_PRODUCTS = 4e7;
    private static final int FEWEST_SIDE = 31;
    private static final int UNIT_SIDE = 41;
    private static final int MEMBER_SIDE = 61;
    private static final int MOST_PLANE_FEATURES = 4_096;

    private final Measuring measuring = new Measuring();
    private @Nullable Partition planeOf;
    private @Nullable PlaneChoice choice;
    private @Nullable FeaturePlane plane;

    /**
     * Inspects a network.
     *
     * @param cancelled whether a newer request exists; checked while epochs are trained again
     * @return null if there is nothing to inspect, or if it was cancelled
     * @throws InterruptedException if the window closes while waiting
     */
    @Nullable
    Look look(LookOrder order, BooleanSupplier cancelled) throws InterruptedException {
        Integer epoch = order.epoch();
        return epoch == null
                ? order.run()
                        .moment()
                        .map(moment -> look(order, moment, cancelled))
                        .orElse(null)
                : lookBack(order, order.run().snapshots(), epoch, cancelled);
    }

    /**
     * Inspects the network at the end of an epoch restored from snapshots, even if the run was replaced since. Null
     * snapshots restore nothing.
     */
    @Nullable
    Look lookBack(LookOrder order, @Nullable Snapshots snapshots, int epoch, BooleanSupplier cancelled) {
        return back(snapshots, epoch, cancelled)
                .map(moment -> look(order, moment, cancelled))
                .orElse(null);
    }

    private static Optional<Moment> back(@Nullable Snapshots snapshots, int epoch, BooleanSupplier cancelled) {
        if (snapshots == null || epoch < snapshots.firstEpoch() || epoch > snapshots.newestEpoch()) {
            return Optional.empty();
        }
        return snapshots.returnTo(epoch, cancelled).map(Moment::of);
    }

    private Look look(LookOrder order, Moment moment, BooleanSupplier cancelled) {
        NetworkLook network = network(order, moment);
        PredictionLook predictions = predictions(order, moment);
        RunHistory history = order.run().history();
        TrainingOutcome outcome = history.outcome();
        boolean now = order.epoch() == null || (outcome instanceof TrainingOutcome.Diverged && isLast(history, moment));
        List<Symptom> symptoms = now ? symptoms(order, moment, network, cancelled) : null;
        return new Look(
                order,
                new Look.When(moment.experiment(), moment.partition(), moment.report(), moment.step()),
                network,
                predictions,
                symptoms);
    }

    private static boolean isLast(RunHistory history, Moment moment) {
        return history.newest() != null
                && history.newest().epoch() == moment.report().epoch();
    }

    private List<Symptom> symptoms(LookOrder order, Moment moment, NetworkLook network, BooleanSupplier cancelled) {
        RunHistory history = order.run().history();
        RunFacts facts = history.facts();
        if (facts == null) {
            return List.of();
        }
        TrainingCase without = caseOf(
                moment.experiment(),
                facts,
                history,
                network.report(),
                network.measures().noise());
        List<Symptom> found = TrainingDoctor.examine(without);
        boolean tooFast = !found.isEmpty() && Measuring.lowersTheRate(found.get(0), moment.experiment());
        boolean worthATest =
                tooFast && (history.outcome() != null || found.get(0).ailment() == Ailment.DIVERGING);
        Double tested = worthATest ? measuring.testedRate(order.run(), moment, cancelled) : null;
        return tested == null ? found : TrainingDoctor.examine(without.withTestedRate(tested));
    }

    /** A diagnosis from the curves alone, without an inspection of the network. */
    static List<Symptom> symptoms(Experiment experiment, RunHistory history) {
        RunFacts facts = history.facts();
        return facts == null ? List.of() : TrainingDoctor.examine(caseOf(experiment, facts, history, null, null));
    }

    private static TrainingCase caseOf(
            Experiment experiment,
            RunFacts facts,
            RunHistory history,
            @Nullable NetworkReport network,
            @Nullable NoiseScale noise) {
        return new TrainingCase(
                experiment,
                new TrainingCase.Data(facts.trainRows(), facts.prior(), facts.spread()),
                history.rows(MOST_DOCTOR_ROWS),
                history.outcome(),
                network,
                noise,
                null);
    }

    private NetworkLook network(LookOrder order, Moment moment) {
        Network network = moment.network();
        NetworkProbe probe = new NetworkProbe(network);
        RandomStream stream = RandomStream.named(moment.experiment().seed(), "looks");
        DataSet rows = Rows.atMost(moment.partition().train(), MOST_ROWS, stream);
        NoiseScale noise = rows.samples() < 2 || !network.shape().convolutions().isEmpty()
                ? null
                : NoiseScale.exact(probe, rows, () -> false).orElse(null);
        return new NetworkLook(
                NetworkReport.of(probe, rows, NetworkReport.SATURATED_BELOW),
                rows.samples(),
                order.shows(StageChart.NETWORK) ? network.weights() : List.of(),
                measuring.measure(order, moment, probe, noise),
                moment.dropped(),
                order.shows(StageChart.NETWORK) ? unit(order, moment, probe) : null);
    }

    private @Nullable UnitMap unit(LookOrder order, Moment moment, NetworkProbe probe) {
        NetworkSketch.Place unit = order.unit();
        DataSet whole = moment.partition().whole();
        if (unit == null || unit.column() == 0 || unit.column() > probe.layers().size()) {
            return null;
        }
        WeightLayer layer = probe.layers().get(unit.column() - 1);
        ImageShape image = whole.image();
        if (unit.unit() >= layer.units()) {
            return null;
        }
        if (layer.kind() == WeightLayer.Kind.CONVOLUTION) {
            return ofKernels(probe.network().weights(), unit.column() - 1, unit.unit(), layer.units());
        }
        if (image != null && unit.column() == 1) {
            return ofWeights(probe.network().weights(), unit.unit(), image);
        }
        if (whole.features().numCols < 2 || whole.features().numCols > MOST_PLANE_FEATURES) {
            return null;
        }
        DecisionMap map = DecisionMap.of(
                moment.partition(),
                plane(order, moment.partition()),
                grid -> probe.outputs(layer, grid),
                UNIT_SIDE,
                UNIT_SIDE);
        double[] values = new double[UNIT_SIDE * UNIT_SIDE];
        for (int k = 0; k < values.length; k++) {
            values[k] = map.output(k % UNIT_SIDE, k / UNIT_SIDE, unit.unit());
        }
        return new UnitMap(false, UNIT_SIDE, UNIT_SIDE, values);
    }

    /**
     * The kernels of one filter, one per input channel, in a grid with one empty line between them. For Maxout, only
     * its first piece.
     */
    private static @Nullable UnitMap ofKernels(List<LayerWeights> weights, int layer, int unit, int units) {
        List<LayerWeights> bare = weights.stream()
                .filter(each -> !(each instanceof LayerWeights.Prelu))
                .toList();
        if (!(bare.get(layer) instanceof LayerWeights.Convolution convolution)) {
            return null;
        }
        double[][][] kernels = convolution.weights()[unit * (convolution.weights().length / units)];
        int across = (int) Math.ceil(Math.sqrt(kernels.length));
        int side = kernels[0].length;
        int columns = across * (side + 1) - 1;
        double[] values = new double[columns * columns];
        for (int channel = 0; channel < kernels.length; channel++) {
            for (int row = 0; row < side; row++) {
                int y = columns - 1 - (channel / across * (side + 1) + row);
                System.arraycopy(kernels[channel][row], 0, values, y * columns + channel % across * (side + 1), side);
            }
        }
        return new UnitMap(true, columns, columns, values);
    }

    /** The weights of a first-layer unit as an image, summed over the channels. For Maxout, only its first piece. */
    private static @Nullable UnitMap ofWeights(List<LayerWeights> weights, int unit, ImageShape image) {
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
        return new UnitMap(true, image.width(), image.height(), values);
    }

    private PredictionLook predictions(LookOrder order, Moment moment) {
        Partition partition = moment.partition();
        boolean classes = partition.whole().task() == Task.CLASSIFICATION;
        boolean judged = order.shows(StageChart.CONFUSION)
                || order.shows(StageChart.MISTAKES)
                || order.shows(StageChart.PREDICTION)
                || order.shows(StageChart.FIT);
        DMatrixRMaj validation =
                judged ? moment.ensemble().predict(partition.validation().features()) : null;
        boolean numbers = !classes && order.shows(StageChart.PREDICTION);
        return new PredictionLook(
                order.shows(StageChart.BOUNDARY) && partition.whole().features().numCols > 1
                        ? ground(order, moment)
                        : null,
                classes && validation != null && order.shows(StageChart.CONFUSION)
                        ? ConfusionMatrix.of(validation, partition.validation().targets())
                        : null,
                numbers ? moment.ensemble().predict(partition.train().features()) : null,
                numbers ? validation : null,
                !classes && order.shows(StageChart.FIT)
                        ? FittedCurve.of(partition, feature(order, partition), moment.ensemble()::predict)
                        : null,
                validation != null && order.shows(StageChart.MISTAKES)
                        ? Mistakes.of(partition.validation(), validation, MOST_MISTAKES)
                        : null);
    }

    static int feature(LookOrder order, Partition partition) {
        return Math.min(order.feature(), partition.whole().features().numCols - 1);
    }

    private Ground ground(LookOrder order, Moment moment) {
        FeaturePlane on = plane(order, moment.partition());
        double parameters = RunFacts.parametersOf(moment.ensemble());
        int side = (int) Math.max(FEWEST_SIDE, Math.min(DecisionMap.SAMPLES, Math.sqrt(MOST_PRODUCTS / parameters)));
        boolean beside = moment.ensemble().members().size() > 1 || order.shows(StageChart.MEMBERS);
        int memberSide = Math.min(MEMBER_SIDE, side);
        List<DecisionMap> members = (beside ? Measuring.membersOf(moment) : List.<Network>of())
                .stream()
                        .map(member -> DecisionMap.of(moment.partition(), on, member::predict, memberSide, memberSide))
                        .toList();
        return new Ground(DecisionMap.of(moment.partition(), on, moment.ensemble()::predict, side, side), on, members);
    }

    private FeaturePlane plane(LookOrder order, Partition partition) {
        FeaturePlane known = plane;
        if (known == null
                || !Objects.equals(planeOf, partition)
                || !order.plane().equals(choice)) {
            known = order.plane().in(partition);
            plane = known;
            planeOf = partition;
            choice = order.plane();
        }
        return known;
    }
}
