package hyperlab.convolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.image.ImageShape;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.nn.ImageConvolution;
import hyperlab.nn.Network;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.LayerWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NetworkStudiesTest {
    private static final DigitNetworkSettings SMALL =
            new DigitNetworkSettings("digits", 800, 8, 6, 3, 1, 2, 5, 0.02, 20);
    private static final List<NetworkSnapshot> SNAPSHOTS = new ArrayList<>();
    private static final List<Double> PROGRESS = new ArrayList<>();

    private static NetworkSnapshot trained() {
        if (SNAPSHOTS.isEmpty()) {
            new NetworkTrainingStudy(SMALL, 1)
                    .run(
                            (results, share) -> {
                                SNAPSHOTS.addAll(results);
                                PROGRESS.add(share);
                            },
                            () -> false);
        }
        return SNAPSHOTS.get(SNAPSHOTS.size() - 1);
    }

    @Test
    void costsFollowFormulas() {
        assertEquals(
                new LayerCost(80, 8 * 13 * 13 * 9),
                LayerCost.convolution(new ImageShape(1, 28, 28), new ImageShape(8, 13, 13), 3));
        assertEquals(new LayerCost(785 * 1352L, 784 * 1352L), LayerCost.dense(784, 1352));
        List<LayerCost> costs = LayerCost.of(DigitNetworkSettings.DEFAULT.shape());
        assertEquals(3, costs.size());
        assertEquals(new LayerCost(208, 8 * 25 * 784), costs.get(0));
        assertEquals(new LayerCost(1608, 8 * 8 * 25 * 196), costs.get(1));
        assertEquals(new LayerCost(3930, 3920), costs.get(2));
        assertEquals(
                DigitNetworkSettings.DEFAULT.shape().parameterCount(),
                LayerCost.sum(costs).parameters());
        LayerCost dense = LayerCost.ofDenseEquivalent(DigitNetworkSettings.DEFAULT.shape());
        assertEquals(785L * 6272 + 1569L * 1568 + 3930, dense.parameters());
    }

    @Test
    void receptiveFieldsGrowFromLayerToLayer() {
        List<ConvolutionSpec> two = DigitNetworkSettings.DEFAULT.convolutions();
        assertEquals(new ReceptiveField(-2, 2), ReceptiveField.of(two.subList(0, 1), 0));
        assertEquals(new ReceptiveField(1, 5), ReceptiveField.of(two.subList(0, 1), 3));
        ReceptiveField second = ReceptiveField.of(two, 0);
        assertEquals(-6, second.from());
        assertEquals(14, second.size());
        assertEquals(new ReceptiveField(-4, 9), ReceptiveField.of(two, 1));
        List<ConvolutionSpec> strided =
                DigitNetworkSettings.DEFAULT.withStride(2).withPool(1).convolutions();
        assertEquals(13, ReceptiveField.of(strided, 4).size());
    }

    @Test
    void trainingReducesLossAndReportsProgress() {
        NetworkSnapshot learned = trained();
        assertEquals(6, learned.reports().size());
        assertEquals(5 * 32, learned.step());
        assertEquals(1, PROGRESS.get(PROGRESS.size() - 1));
        assertTrue(learned.latestReport().validationAccuracy() > 0.7, learned.latestReport()::toString);
        NetworkSnapshot first = SNAPSHOTS.get(0);
        assertEquals(0, first.step());
        assertFalse(Arrays.deepEquals(first.filters(0), learned.filters(0)));
        assertEquals(8, learned.filters(0).length);
        assertEquals(8, learned.filters(1)[0].length);
    }

    @Test
    void cancelledTrainingReturnsPartialResult() {
        List<Double> shares = new ArrayList<>();
        new NetworkTrainingStudy(SMALL, 1).run((results, share) -> shares.add(share), () -> true);
        assertEquals(List.of(0.0), shares);
        new KernelSizeStudy(SMALL, 1, 1).run((results, share) -> shares.add(share), () -> true);
        assertEquals(List.of(0.0), shares);
    }

    @Test
    void networkViewMatchesLayerOutputs() {
        NetworkSnapshot learned = trained();
        InputImage image = ImageSelection.of("digits").withSample(3).load();
        NetworkSnapshot.ImageActivations seen = learned.inspect(image);
        assertEquals(4, seen.maps().size());
        assertEquals(1, DoubleStream.of(seen.probabilities()).sum(), 1e-12);
        NetworkSnapshot.LayerMaps first = seen.maps().get(0);
        double[] flat = Arrays.stream(learned.filters(0))
                .flatMap(Arrays::stream)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        double[] bias = ((LayerWeights.Convolution) learned.weights().get(0)).bias();
        double[] sums = new ImageConvolution(
                        image.shape(), 8, SMALL.convolutions().get(0).geometry())
                .convolve(image.pixels(), flat, bias);
        assertArrayEquals(DoubleStream.of(sums).map(sum -> Math.max(0, sum)).toArray(), first.values(), 1e-12);
        assertTrue(seen.maps().get(1).pooled());
        assertEquals(new ImageShape(8, 4, 4), seen.maps().get(1).shape());
        assertEquals(new ImageShape(6, 4, 4), seen.maps().get(2).shape());
        double corner = Math.max(
                Math.max(first.values()[0], first.values()[1]), Math.max(first.values()[8], first.values()[9]));
        assertEquals(corner, seen.maps().get(1).values()[0]);
    }

    @Test
    void poolingToleratesSmallShifts() {
        NetworkSnapshot learned = trained();
        InputImage image = ImageSelection.of("digits").withSample(3).load();
        ShiftSensitivity forgiveness = ShiftSensitivity.of(learned, image, 2);
        assertEquals(5, forgiveness.shifts().size());
        ShiftSensitivity.ShiftResult unshifted = forgiveness.shifts().get(2);
        assertEquals(0, unshifted.shift());
        assertEquals(0, unshifted.change());
        assertEquals(0, unshifted.pooledChange());
        assertEquals(learned.inspect(image).probabilities()[forgiveness.predictedClass()], unshifted.probability(), 0);
        ShiftSensitivity.ShiftResult shifted = forgiveness.shifts().get(3);
        assertTrue(shifted.pooledChange() < shifted.change(), shifted::toString);
        assertEquals(0, unshifted.averageChange());
        assertTrue(shifted.averageChange() > 0 && shifted.averageChange() < shifted.change(), shifted::toString);
        NetworkSnapshot without = new NetworkSnapshot(
                SMALL.withPool(1).withSecondFilters(0),
                0,
                learned.reports(),
                new Network(SMALL.withPool(1).withSecondFilters(0).shape(), Initializer.Auto.DEFAULT, 3).weights());
        ShiftSensitivity.ShiftResult largest =
                forgiveness.largestPoolingDifference().orElseThrow();
        assertEquals(Math.abs(largest.pooledChange() - largest.averageChange()), largest.poolingDifference(), 0);
        assertTrue(
                forgiveness.shifts().stream().allMatch(each -> each.poolingDifference() <= largest.poolingDifference()),
                forgiveness::toString);
        assertTrue(largest.poolingDifference() > 0);
        assertTrue(Double.isNaN(
                ShiftSensitivity.of(without, image, 1).shifts().get(0).pooledChange()));
    }

    @Test
    void studyMeasuresEveryValidKernelAndStride() {
        List<Double> shares = new ArrayList<>();
        List<KernelSizeStudy.KernelSizeResult> newest = new ArrayList<>();
        DigitNetworkSettings quick = SMALL.withSamples(100).withEpochs(1).withSecondFilters(0);
        new KernelSizeStudy(quick, 1, 2)
                .run(
                        (results, share) -> {
                            newest.clear();
                            newest.addAll(results);
                            shares.add(share);
                        },
                        () -> false);
        assertEquals(12, newest.size());
        assertEquals(1.0, shares.get(shares.size() - 1));
        KernelSizeStudy.KernelSizeResult second = newest.get(1);
        assertEquals(3, second.kernel());
        assertEquals(1, second.stride());
        assertEquals(2, second.accuracies().size());
        assertTrue(second.seconds().stream().allMatch(seconds -> seconds > 0));
        assertEquals(LayerCost.sum(LayerCost.of(quick.shape())), second.cost());
        assertEquals(2.5, KernelSizeStudy.KernelSizeResult.median(List.of(4.0, 1.0, 3.0, 2.0)));
        assertEquals(3, KernelSizeStudy.KernelSizeResult.median(List.of(9.0, 1.0, 3.0)));
    }

    @Test
    void studyOmitsKernelsWithoutOutput() {
        List<KernelSizeStudy.KernelSizeResult> newest = new ArrayList<>();
        DigitNetworkSettings tight = SMALL.withSamples(100).withEpochs(1).withPool(4);
        new KernelSizeStudy(tight, 1, 1)
                .run(
                        (results, share) -> {
                            newest.clear();
                            newest.addAll(results);
                        },
                        () -> false);
        assertEquals(0, newest.size());
    }
}
