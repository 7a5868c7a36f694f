package hyperlab.lab.batchsize;

import hyperlab.batch.BatchSettings;
import hyperlab.batch.BatchSetup;
import hyperlab.batch.EpochBatches;
import hyperlab.batch.GradientNoise;
import hyperlab.batch.SgdPath;
import hyperlab.batch.TwoWeightModel;
import hyperlab.train.BatchSize;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Diagnoses a snapshot of a comparison: finds problems, and for each a remedy. */
final class BatchSizeDoctor {
    /**
     * A descent counts as diverged if it ends with an excess loss above this many times the larger of the excess loss
     * at the start and the minimum loss.
     */
    private static final double DIVERGED_FACTOR = 10;

    private static final int MAX_TRIALS = 20;
    /** Data counts as sorted if batches in file order differ by this many times what chance explains. */
    private static final double SORTED_FACTOR = 1.5;

    private static final double FAR_ABOVE = 2;
    private static final double FAR_BELOW = 0.25;
    private static final double LEFT_OUT_SHARE = 0.05;
    private static final int LARGEST_POWER = 1 << 20;

    private final BatchSizeSnapshot moment;
    private final BatchSizeComparison comparison;
    private final BatchSetup setup;
    private final TwoWeightModel model;
    private final EpochBatches cut;

    private BatchSizeDoctor(BatchSizeSnapshot moment) {
        this.moment = moment;
        comparison = moment.comparison();
        setup = comparison.setup();
        model = comparison.model();
        cut = moment.chosenBatches();
    }

    /** Returns all findings, the most serious first. */
    static List<BatchSizeDiagnosis> examine(BatchSizeSnapshot moment) {
        BatchSizeDoctor doctor = new BatchSizeDoctor(moment);
        List<BatchSizeDiagnosis> found = new ArrayList<>();
        Stream.of(ComparedDescent.CHOSEN, ComparedDescent.ONE, ComparedDescent.WHOLE)
                .map(doctor::diverges)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(found::add);
        doctor.unshuffledOrder().ifPresent(found::add);
        doctor.outlierDominates().ifPresent(found::add);
        if (found.isEmpty()) {
            doctor.critical().ifPresent(found::add);
        }
        doctor.samplesLeftOut().ifPresent(found::add);
        return found;
    }

    private Optional<BatchSizeDiagnosis> diverges(ComparedDescent descent) {
        SgdPath path = comparison.path(descent);
        if (!isDiverged(path)) {
            return Optional.empty();
        }
        for (int trial = 1; trial <= MAX_TRIALS; trial++) {
            double rate = roundToTwoDigits(setup.training().learningRate() / Math.pow(2, trial));
            BatchSettings lowerRate = setup.training().withLearningRate(rate);
            SgdPath tried = SgdPath.of(
                    model, descent.settings(lowerRate), setup.startX(), setup.startY(), path.steps() + 1, setup.seed());
            if (!isDiverged(tried)) {
                return Optional.of(new BatchSizeDiagnosis.Diverges(
                        path.epochBatches().batchSize(),
                        path.rate(),
                        comparison.maxStableRate(),
                        rate,
                        tried.rate(),
                        setup.withTraining(lowerRate)));
            }
        }
        return Optional.empty();
    }

    private boolean isDiverged(SgdPath path) {
        double height = model.excessLoss(setup.startX(), setup.startY());
        return path.diverged()
                || path.excessLoss(path.steps()) > DIVERGED_FACTOR * Math.max(height, model.minimumLoss());
    }

    private Optional<BatchSizeDiagnosis> unshuffledOrder() {
        if (setup.training().shuffle() || cut.steps() < 2) {
            return Optional.empty();
        }
        int[] order = IntStream.range(0, cut.samples()).toArray();
        GradientNoise noise = GradientNoise.at(model, setup.startX(), setup.startY());
        double sum = 0;
        for (int batch = 0; batch < cut.steps(); batch++) {
            var part = model.lossOver(order, batch * cut.batchSize(), cut.sizeOf(batch));
            sum += Math.pow(part.gradientX(setup.startX(), setup.startY()) - noise.meanX(), 2)
                    + Math.pow(part.gradientY(setup.startX(), setup.startY()) - noise.meanY(), 2);
        }
        double spread = Math.sqrt(sum / cut.steps());
        double expected = noise.deviationWithoutReplacement(cut.batchSize());
        return spread > SORTED_FACTOR * expected
                ? Optional.of(new BatchSizeDiagnosis.UnshuffledOrder(
                        spread, expected, setup.withTraining(setup.training().withShuffle(true))))
                : Optional.empty();
    }

    private Optional<BatchSizeDiagnosis> outlierDominates() {
        if (setup.model().outlier() == 0) {
            return Optional.empty();
        }
        int outlier = model.samples() - 1;
        double x = moment.x(ComparedDescent.CHOSEN);
        double y = moment.y(ComparedDescent.CHOSEN);
        double outlierGradient = Math.hypot(model.gradientX(outlier, x, y), model.gradientY(outlier, x, y));
        double gradient = Math.sqrt(moment.noise().squaredNorm());
        int remedy = powerOfTwoAtLeast(outlierGradient / gradient);
        return outlierGradient / cut.batchSize() > gradient && remedy > cut.batchSize() && remedy <= cut.samples()
                ? Optional.of(new BatchSizeDiagnosis.OutlierDominates(
                        cut.batchSize(), outlierGradient / cut.batchSize(), gradient, remedy, withBatch(remedy)))
                : Optional.empty();
    }

    /** Based on steps ∝ 1 + B_crit/B and samples ∝ B + B_crit (McCandlish et al. 2018). */
    private Optional<BatchSizeDiagnosis> critical() {
        double critical = moment.noise().criticalBatchSize();
        int batch = cut.batchSize();
        if (!Double.isFinite(critical)) {
            return Optional.empty();
        }
        int above = powerOfTwoAtLeast(critical);
        if (batch >= FAR_ABOVE * critical && above < batch) {
            return Optional.of(new BatchSizeDiagnosis.AboveCritical(
                    batch,
                    critical,
                    above,
                    relativeSteps(critical, above) / relativeSteps(critical, batch) - 1,
                    1 - (above + critical) / (batch + critical),
                    withBatch(above)));
        }
        int below = Math.min(Integer.highestOneBit(cut.samples()), powerOfTwoAtMost(critical));
        if (batch <= FAR_BELOW * critical && below > batch) {
            return Optional.of(new BatchSizeDiagnosis.BelowCritical(
                    batch,
                    critical,
                    below,
                    1 - relativeSteps(critical, below) / relativeSteps(critical, batch),
                    (below + critical) / (batch + critical) - 1,
                    withBatch(below)));
        }
        return Optional.empty();
    }

    private static double relativeSteps(double critical, int batch) {
        return 1 + critical / batch;
    }

    private Optional<BatchSizeDiagnosis> samplesLeftOut() {
        return cut.droppedSamples() > LEFT_OUT_SHARE * cut.samples()
                ? Optional.of(new BatchSizeDiagnosis.SamplesLeftOut(
                        cut.droppedSamples(),
                        cut.samples(),
                        setup.withTraining(setup.training().withDropLast(false))))
                : Optional.empty();
    }

    private BatchSetup withBatch(int size) {
        return setup.withTraining(setup.training().withBatchSize(new BatchSize(size)));
    }

    /** The smallest power of two that is at least {@code least}, at most 2²⁰. */
    private static int powerOfTwoAtLeast(double minimum) {
        int power = 1;
        while (power < minimum && power < LARGEST_POWER) {
            power *= 2;
        }
        return power;
    }

    /** The largest power of two that is at most {@code most}, from 1 to 2²⁰. */
    private static int powerOfTwoAtMost(double maximum) {
        return Integer.highestOneBit((int) Math.max(1, Math.min(maximum, LARGEST_POWER)));
    }

    /** Rounds to two significant digits. */
    private static double roundToTwoDigits(double rate) {
        return new BigDecimal(rate).round(new MathContext(2)).doubleValue();
    }
}
