package hyperlab.batch;

import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.Message;
import hyperlab.finding.Remedy;
import hyperlab.finding.Severity;
import hyperlab.rule.SignificantDigits;
import hyperlab.train.BatchSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Examines a comparison of batch sizes for problems, with a remedy for each. The evidence is the batch size of the
 * descent that shows the problem; the change of a remedy is the whole setup with one setting changed.
 */
public final class BatchDoctor {
    private static final String DIVERGES_ABOVE_LIMIT = "batch-size.doctor.diverges";
    private static final String DIVERGES_BELOW_LIMIT = "batch-size.doctor.divergesNoise";
    private static final String UNSHUFFLED_ORDER = "batch-size.doctor.sorted";
    private static final String OUTLIER_DOMINATES = "batch-size.doctor.odd";
    private static final String ABOVE_CRITICAL = "batch-size.doctor.above";
    private static final String BELOW_CRITICAL = "batch-size.doctor.below";
    private static final String SAMPLES_LEFT_OUT = "batch-size.doctor.leavesOut";

    /** The keys of all findings, the most serious first. */
    public static final List<String> KEYS = List.of(
            DIVERGES_ABOVE_LIMIT,
            DIVERGES_BELOW_LIMIT,
            UNSHUFFLED_ORDER,
            OUTLIER_DOMINATES,
            ABOVE_CRITICAL,
            BELOW_CRITICAL,
            SAMPLES_LEFT_OUT);

    /**
     * A descent counts as diverged if it ends with an excess loss above this many times the larger of the excess loss
     * at the start and the minimum loss.
     */
    private static final double DIVERGED_FACTOR = 10;

    private static final int MAX_TRIALS = 20;
    /** Data counts as sorted if batches in file order differ by this many times what chance explains. */
    private static final double SORTED_FACTOR = 1.5;

    /** A descent has arrived if at most this share of the excess loss at the start is left. */
    private static final double ARRIVED_SHARE = 0.01;

    private static final double FAR_ABOVE = 2;
    private static final double FAR_BELOW = 0.25;
    private static final double LEFT_OUT_SHARE = 0.05;
    private static final int LARGEST_POWER = 1 << 20;

    private final BatchSetup setup;
    private final TwoWeightModel model;
    private final EpochBatches batches;
    private final Input input;

    private BatchDoctor(Input input) {
        this.input = input;
        setup = input.setup();
        model = input.model();
        batches = setup.training().epochBatches(model.samples());
    }

    /**
     * What the doctor examines.
     *
     * @param setup the settings with the chosen batch size
     * @param descents the compared descents, the chosen one first; at most one of them is reported as diverging
     * @param x the first weight of the chosen descent at the time of the examination
     * @param y the second weight
     * @param noise the gradient noise at these weights
     */
    public record Input(
            BatchSetup setup,
            TwoWeightModel model,
            List<ExaminedDescent> descents,
            double x,
            double y,
            GradientNoise noise) {
        public Input {
            descents = List.copyOf(descents);
        }
    }

    /** A descent with the settings of the setup and its own batch size. */
    public record ExaminedDescent(BatchSize batchSize, SgdPath path) {}

    /** Returns all findings, the most serious first. */
    public static List<Finding<Integer, BatchSetup>> examine(Input input) {
        BatchDoctor doctor = new BatchDoctor(input);
        List<Finding<Integer, BatchSetup>> results = new ArrayList<>();
        input.descents().stream()
                .map(doctor::diverges)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(results::add);
        doctor.unshuffledOrder().ifPresent(results::add);
        doctor.outlierDominates().ifPresent(results::add);
        if (results.isEmpty() && !doctor.hasArrived()) {
            doctor.aboveCritical().or(doctor::belowCritical).ifPresent(results::add);
        }
        doctor.samplesLeftOut().ifPresent(results::add);
        return results;
    }

    /** Arguments: batch size, its rate, 2/λmax, and the rate that this descent has with the remedy. */
    private Optional<Finding<Integer, BatchSetup>> diverges(ExaminedDescent descent) {
        SgdPath path = descent.path();
        if (!isDiverged(path)) {
            return Optional.empty();
        }
        for (int trial = 1; trial <= MAX_TRIALS; trial++) {
            double rate = SignificantDigits.round(setup.training().learningRate() / Math.pow(2, trial), 2);
            BatchSettings lowerRate = setup.training().withLearningRate(rate);
            SgdPath tried = SgdPath.of(
                    model,
                    lowerRate.withBatchSize(descent.batchSize()),
                    setup.startX(),
                    setup.startY(),
                    path.steps() + 1,
                    setup.seed());
            if (!isDiverged(tried)) {
                double limit = 2 / model.fullLoss().largestCurvature();
                return Optional.of(new Finding<>(
                        Severity.DANGER,
                        path.rate() >= limit ? DIVERGES_ABOVE_LIMIT : DIVERGES_BELOW_LIMIT,
                        List.of(
                                Argument.integer(path.epochBatches().batchSize()),
                                number(path.rate()),
                                number(limit),
                                number(tried.rate())),
                        path.epochBatches().batchSize(),
                        remedy(Message.of("batch-size.doctor.setRate", number(rate)), lowerRate)));
            }
        }
        return Optional.empty();
    }

    private boolean isDiverged(SgdPath path) {
        double height = model.excessLoss(setup.startX(), setup.startY());
        return path.diverged()
                || path.excessLoss(path.steps()) > DIVERGED_FACTOR * Math.max(height, model.minimumLoss());
    }

    /** Arguments: √ of the mean of |g_B − g|² over the batches of an unshuffled epoch, and that of random batches. */
    private Optional<Finding<Integer, BatchSetup>> unshuffledOrder() {
        if (setup.training().shuffle() || batches.steps() < 2) {
            return Optional.empty();
        }
        int[] order = IntStream.range(0, batches.samples()).toArray();
        GradientNoise startNoise = GradientNoise.at(model, setup.startX(), setup.startY());
        double sum = 0;
        for (int batch = 0; batch < batches.steps(); batch++) {
            var part = model.lossOver(order, batch * batches.batchSize(), batches.sizeOf(batch));
            sum += Math.pow(part.gradientX(setup.startX(), setup.startY()) - startNoise.meanX(), 2)
                    + Math.pow(part.gradientY(setup.startX(), setup.startY()) - startNoise.meanY(), 2);
        }
        double spread = Math.sqrt(sum / batches.steps());
        double expected = startNoise.deviationWithoutReplacement(batches.batchSize());
        return spread > SORTED_FACTOR * expected
                ? Optional.of(finding(
                        Severity.WARNING,
                        UNSHUFFLED_ORDER,
                        List.of(number(spread), number(expected)),
                        remedy(
                                Message.of("batch-size.doctor.shuffle"),
                                setup.training().withShuffle(true))))
                : Optional.empty();
    }

    /** Arguments: batch size B, |g_outlier|/B, |g|, and the batch size in which the outlier does not dominate. */
    private Optional<Finding<Integer, BatchSetup>> outlierDominates() {
        if (setup.model().outlier() == 0) {
            return Optional.empty();
        }
        int outlier = model.samples() - 1;
        double outlierGradient = Math.hypot(
                model.gradientX(outlier, input.x(), input.y()), model.gradientY(outlier, input.x(), input.y()));
        double gradient = Math.sqrt(input.noise().squaredNorm());
        int larger = powerOfTwoAtLeast(outlierGradient / gradient);
        int batch = batches.batchSize();
        return outlierGradient / batch > gradient && larger > batch && larger <= batches.samples()
                ? Optional.of(finding(
                        Severity.WARNING,
                        OUTLIER_DOMINATES,
                        List.of(
                                Argument.integer(batch),
                                number(outlierGradient / batch),
                                number(gradient),
                                Argument.integer(larger)),
                        batchSizeRemedy(larger)))
                : Optional.empty();
    }

    /**
     * Whether the chosen descent has nearly reached the minimum. There, the gradient vanishes and the critical batch
     * size grows without limit, so it says nothing about how to get there.
     */
    private boolean hasArrived() {
        return model.excessLoss(input.x(), input.y())
                <= ARRIVED_SHARE * model.excessLoss(setup.startX(), setup.startY());
    }

    /**
     * Based on steps ∝ 1 + B_crit/B and samples ∝ B + B_crit (McCandlish et al. 2018). Arguments: B, B/B_crit, the
     * suggested batch size, and with it the relative increase in steps and decrease in samples, in percent.
     */
    private Optional<Finding<Integer, BatchSetup>> aboveCritical() {
        double critical = input.noise().criticalBatchSize();
        int batch = batches.batchSize();
        int smaller = powerOfTwoAtLeast(critical);
        return Double.isFinite(critical) && batch >= FAR_ABOVE * critical && smaller < batch
                ? Optional.of(finding(
                        Severity.NOTE,
                        ABOVE_CRITICAL,
                        List.of(
                                Argument.integer(batch),
                                Argument.number(batch / critical, 2),
                                Argument.integer(smaller),
                                percent(relativeSteps(critical, smaller) / relativeSteps(critical, batch) - 1),
                                percent(1 - (smaller + critical) / (batch + critical))),
                        batchSizeRemedy(smaller)))
                : Optional.empty();
    }

    /**
     * See {@link #aboveCritical}. Arguments: B, B_crit, the suggested batch size, and with it the relative decrease in
     * steps and increase in samples, in percent.
     */
    private Optional<Finding<Integer, BatchSetup>> belowCritical() {
        double critical = input.noise().criticalBatchSize();
        int batch = batches.batchSize();
        int larger = Math.min(Integer.highestOneBit(batches.samples()), powerOfTwoAtMost(critical));
        return Double.isFinite(critical) && batch <= FAR_BELOW * critical && larger > batch
                ? Optional.of(finding(
                        Severity.NOTE,
                        BELOW_CRITICAL,
                        List.of(
                                Argument.integer(batch),
                                number(critical),
                                Argument.integer(larger),
                                percent(1 - relativeSteps(critical, larger) / relativeSteps(critical, batch)),
                                percent((larger + critical) / (batch + critical) - 1)),
                        batchSizeRemedy(larger)))
                : Optional.empty();
    }

    private static double relativeSteps(double critical, int batch) {
        return 1 + critical / batch;
    }

    /** Arguments: the samples that no batch of an epoch contains, and all samples. */
    private Optional<Finding<Integer, BatchSetup>> samplesLeftOut() {
        return batches.droppedSamples() > LEFT_OUT_SHARE * batches.samples()
                ? Optional.of(finding(
                        Severity.NOTE,
                        SAMPLES_LEFT_OUT,
                        List.of(Argument.integer(batches.droppedSamples()), Argument.integer(batches.samples())),
                        remedy(
                                Message.of("batch-size.doctor.keepLast"),
                                setup.training().withDropLast(false))))
                : Optional.empty();
    }

    private Finding<Integer, BatchSetup> finding(
            Severity severity, String key, List<Argument> arguments, Remedy<BatchSetup> remedy) {
        return new Finding<>(severity, key, arguments, batches.batchSize(), remedy);
    }

    private Remedy<BatchSetup> batchSizeRemedy(int size) {
        return remedy(
                Message.of("batch-size.doctor.setBatch", Argument.integer(size)),
                setup.training().withBatchSize(new BatchSize(size)));
    }

    private Remedy<BatchSetup> remedy(Message label, BatchSettings changed) {
        return new Remedy<>(label, setup.withTraining(changed));
    }

    private static Argument number(double value) {
        return Argument.number(value, 3);
    }

    private static Argument percent(double share) {
        return Argument.number(100 * share, 2);
    }

    /** The smallest power of two that is at least {@code minimum}, at most 2²⁰. */
    private static int powerOfTwoAtLeast(double minimum) {
        int power = 1;
        while (power < minimum && power < LARGEST_POWER) {
            power *= 2;
        }
        return power;
    }

    /** The largest power of two that is at most {@code maximum}, from 1 to 2²⁰. */
    private static int powerOfTwoAtMost(double maximum) {
        return Integer.highestOneBit((int) Math.max(1, Math.min(maximum, LARGEST_POWER)));
    }
}
