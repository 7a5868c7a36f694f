package hyperlab.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.Severity;
import hyperlab.train.BatchSize;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchDoctorTest {
    private static final BatchSetup SETUP = BatchSetup.DEFAULT;

    /** Examines the setup's three descents of 30 steps with the chosen one at a point. */
    private static List<Finding<Integer, BatchSetup>> examine(BatchSetup setup, double x, double y) {
        TwoWeightModel model = model(setup);
        return BatchDoctor.examine(new BatchDoctor.Input(
                setup,
                model,
                Stream.of(setup.training().batchSize(), new BatchSize(1), BatchSize.FULL)
                        .map(size -> new BatchDoctor.ExaminedDescent(
                                size,
                                SgdPath.of(
                                        model,
                                        setup.training().withBatchSize(size),
                                        setup.startX(),
                                        setup.startY(),
                                        30,
                                        setup.seed())))
                        .toList(),
                x,
                y,
                GradientNoise.at(model, x, y)));
    }

    private static List<Finding<Integer, BatchSetup>> examine(BatchSetup setup) {
        return examine(setup, setup.startX(), setup.startY());
    }

    private static TwoWeightModel model(BatchSetup setup) {
        return TwoWeightModel.of(setup.model(), setup.model().load(null));
    }

    private static BatchSetup with(BatchSettings training) {
        return SETUP.withTraining(training);
    }

    private static BatchSetup withBatchSize(int size) {
        return with(SETUP.training().withBatchSize(new BatchSize(size)));
    }

    private static double criticalBatchSize(BatchSetup setup, double x, double y) {
        return GradientNoise.at(model(setup), x, y).criticalBatchSize();
    }

    private static double number(Finding<?, ?> finding, int index) {
        return ((Argument.Quantity) finding.arguments().get(index)).value();
    }

    private static int integer(Finding<?, ?> finding, int index) {
        return Integer.parseInt(((Argument.Literal) finding.arguments().get(index)).text());
    }

    private static BatchSettings remedy(Finding<?, BatchSetup> finding) {
        return Objects.requireNonNull(finding.remedy()).change().training();
    }

    @Test
    void batchFarAboveCriticalSizeWastesSamples() {
        Finding<Integer, BatchSetup> found = examine(SETUP).get(0);
        double critical = criticalBatchSize(SETUP, SETUP.startX(), SETUP.startY());
        assertEquals("batch-size.doctor.above", found.key());
        assertEquals(Severity.NOTE, found.severity());
        assertEquals(32, found.evidence());
        assertEquals(32, integer(found, 0));
        assertEquals(32 / critical, number(found, 1));
        int smaller = integer(found, 2);
        assertTrue(smaller >= critical && smaller < 2 * critical, smaller + " for " + critical);
        assertEquals(100 * ((1 + critical / smaller) / (1 + critical / 32) - 1), number(found, 3), 1e-9);
        assertEquals(100 * (1 - (smaller + critical) / (32 + critical)), number(found, 4), 1e-9);
        assertEquals(SETUP.training().withBatchSize(new BatchSize(smaller)), remedy(found));
    }

    @Test
    void batchFarBelowCriticalSizeWastesSteps() {
        Finding<Integer, BatchSetup> found = examine(withBatchSize(1), 0.6, 0.3).get(0);
        double critical = criticalBatchSize(SETUP, 0.6, 0.3);
        assertEquals("batch-size.doctor.below", found.key());
        assertEquals(critical, number(found, 1));
        assertTrue(integer(found, 2) >= 4 && integer(found, 2) <= critical);
        assertTrue(number(found, 3) > 0 && number(found, 4) > 0);
        assertEquals(new BatchSize(integer(found, 2)), remedy(found).batchSize());
    }

    /**
     * The finding about the critical size at a point that is {@code share} of the way from the minimum to the start.
     */
    private static List<Finding<Integer, BatchSetup>> examineOnTheWay(BatchSetup setup, double share) {
        TwoWeightModel model = model(setup);
        return examine(
                setup,
                model.minimumX() + share * (setup.startX() - model.minimumX()),
                model.minimumY() + share * (setup.startY() - model.minimumY()));
    }

    @Test
    void saysNothingAboutTheCriticalSizeNearTheMinimum() {
        // The excess loss is quadratic: 0.09² < 0.01 < 0.11².
        TwoWeightModelSettings columns =
                TwoWeightModelSettings.defaultsFor("mnist", null, TwoWeightModelSettings.load("mnist", null, null));
        BatchSetup digits = withBatchSize(1).withModel(columns);
        assertEquals(
                "batch-size.doctor.below", examineOnTheWay(digits, 0.11).get(0).key());
        assertEquals(List.of(), examineOnTheWay(digits, 0.09));
    }

    @Test
    void batchNearCriticalSizeIsFine() {
        double critical = criticalBatchSize(SETUP, SETUP.startX(), SETUP.startY());
        assertEquals(List.of(), examine(withBatchSize((int) Math.round(critical))));
    }

    @Test
    void suggestsTestedRateForDivergingDescent() {
        BatchSetup fast = with(SETUP.training().withLearningRate(3));
        Finding<Integer, BatchSetup> found = examine(fast).get(0);
        assertEquals("batch-size.doctor.diverges", found.key());
        assertEquals(Severity.DANGER, found.severity());
        assertEquals(32, found.evidence());
        assertEquals(3, number(found, 1));
        assertTrue(number(found, 1) > number(found, 2));
        assertEquals(number(found, 3), remedy(found).learningRate());
        assertTrue(examine(with(remedy(found))).stream()
                .noneMatch(each -> each.key().startsWith("batch-size.doctor.diverges")
                        && each.evidence().equals(found.evidence())));
    }

    @Test
    void singleSamplesDivergeBelowFullBatchLimit() {
        double limit = 2 / model(SETUP).fullLoss().largestCurvature();
        Finding<Integer, BatchSetup> found =
                examine(with(SETUP.training().withLearningRate(0.95 * limit))).get(0);
        assertEquals("batch-size.doctor.divergesNoise", found.key());
        assertEquals(1, found.evidence());
    }

    @Test
    void suggestsShufflingSortedData() {
        Finding<Integer, BatchSetup> found =
                examine(with(SETUP.training().withShuffle(false))).get(0);
        assertEquals("batch-size.doctor.sorted", found.key());
        assertEquals(Severity.WARNING, found.severity());
        assertTrue(number(found, 0) > 1.5 * number(found, 1));
        assertEquals(SETUP.training(), remedy(found));
    }

    @Test
    void outlierDominatesSmallBatch() {
        BatchSetup odd = withBatchSize(2).withModel(SETUP.model().withOutlier(8));
        Finding<Integer, BatchSetup> found = examine(odd).get(0);
        assertEquals("batch-size.doctor.odd", found.key());
        assertEquals(2, integer(found, 0));
        assertTrue(number(found, 1) > number(found, 2));
        assertTrue(number(found, 1) * 2 / integer(found, 3) <= number(found, 2));
        assertEquals(new BatchSize(integer(found, 3)), remedy(found).batchSize());
    }

    @Test
    void suggestsIncludingDroppedSamples() {
        BatchSetup dropping =
                with(SETUP.training().withBatchSize(new BatchSize(100)).withDropLast(true));
        List<Finding<Integer, BatchSetup>> results = examine(dropping);
        Finding<Integer, BatchSetup> last = results.get(results.size() - 1);
        assertEquals("batch-size.doctor.leavesOut", last.key());
        assertEquals(List.of(Argument.integer(50), Argument.integer(150)), last.arguments());
        assertEquals(dropping.training().withDropLast(false), remedy(last));
    }
}
