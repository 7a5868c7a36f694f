package hyperlab.app.batch;

import hyperlab.batch.BatchSettings;
import hyperlab.batch.BatchSetup;
import hyperlab.batch.BatchWalk;
import hyperlab.batch.EpochCut;
import hyperlab.batch.GradientNoise;
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
final class Doctor {
    /**
     * A descent counts as diverged if it ends with an excess loss above this many times the larger of the excess loss
     * at the start and the minimum loss.
     */
    private static final double LOST = 10;

    private static final int MOST_TRIALS = 20;
    /** Data counts as sorted if batches in file order differ by this many times what chance explains. */
    private static final double SORTED = 1.5;

    private static final double FAR_ABOVE = 2;
    private static final double FAR_BELOW = 0.25;
    private static final double MUCH = 0.05;
    private static final int LARGEST_POWER = 1 << 20;

    private final BatchMoment moment;
    private final Comparison comparison;
    private final BatchSetup setup;
    private final TwoWeightModel model;
    private final EpochCut cut;

    private Doctor(BatchMoment moment) {
        this.moment = moment;
        comparison = moment.comparison();
        setup = comparison.setup();
        model = comparison.model();
        cut = moment.chosen();
    }

    /** Returns all findings, the most serious first. */
    static List<Diagnosis> examine(BatchMoment moment) {
        Doctor doctor = new Doctor(moment);
        List<Diagnosis> found = new ArrayList<>();
        Stream.of(Walker.CHOSEN, Walker.ONE, Walker.WHOLE)
                .map(doctor::diverges)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(found::add);
        doctor.sorted().ifPresent(found::add);
        doctor.oddWeighs().ifPresent(found::add);
        if (found.isEmpty()) {
            doctor.critical().ifPresent(found::add);
        }
        doctor.leavesOut().ifPresent(found::add);
        return found;
    }

    private Optional<Diagnosis> diverges(Walker walker) {
        BatchWalk walk = comparison.walk(walker);
        if (!isLost(walk)) {
            return Optional.empty();
        }
        for (int trial = 1; trial <= MOST_TRIALS; trial++) {
            double rate = rounded(setup.training().learningRate() / Math.pow(2, trial));
            BatchSettings calmer = setup.training().withLearningRate(rate);
            BatchWalk tried = BatchWalk.of(
                    model, walker.settings(calmer), setup.startX(), setup.startY(), walk.steps() + 1, setup.seed());
            if (!isLost(tried)) {
                return Optional.of(new Diagnosis.Diverges(
                        walk.cut().batch(),
                        walk.rate(),
                        comparison.limit(),
                        rate,
                        tried.rate(),
                        setup.withTraining(calmer)));
            }
        }
        return Optional.empty();
    }

    private boolean isLost(BatchWalk walk) {
        double height = model.excess(setup.startX(), setup.startY());
        return walk.diverged() || walk.excess(walk.steps()) > LOST * Math.max(height, model.least());
    }

    private Optional<Diagnosis> sorted() {
        if (setup.training().shuffle() || cut.steps() < 2) {
            return Optional.empty();
        }
        int[] order = IntStream.range(0, cut.samples()).toArray();
        GradientNoise noise = GradientNoise.at(model, setup.startX(), setup.startY());
        double sum = 0;
        for (int batch = 0; batch < cut.steps(); batch++) {
            var part = model.over(order, batch * cut.batch(), cut.size(batch));
            sum += Math.pow(part.gradientX(setup.startX(), setup.startY()) - noise.meanX(), 2)
                    + Math.pow(part.gradientY(setup.startX(), setup.startY()) - noise.meanY(), 2);
        }
        double spread = Math.sqrt(sum / cut.steps());
        double expected = noise.finiteSpread(cut.batch());
        return spread > SORTED * expected
                ? Optional.of(new Diagnosis.Sorted(
                        spread, expected, setup.withTraining(setup.training().withShuffle(true))))
                : Optional.empty();
    }

    private Optional<Diagnosis> oddWeighs() {
        if (setup.model().oddSample() == 0) {
            return Optional.empty();
        }
        int odd = model.samples() - 1;
        double x = moment.x(Walker.CHOSEN);
        double y = moment.y(Walker.CHOSEN);
        double pull = Math.hypot(model.gradientX(odd, x, y), model.gradientY(odd, x, y));
        double gradient = Math.sqrt(moment.noise().squaredNorm());
        int remedy = powerFrom(pull / gradient);
        return pull / cut.batch() > gradient && remedy > cut.batch() && remedy <= cut.samples()
                ? Optional.of(
                        new Diagnosis.OddWeighs(cut.batch(), pull / cut.batch(), gradient, remedy, withBatch(remedy)))
                : Optional.empty();
    }

    /** Based on steps ∝ 1 + B_crit/B and samples ∝ B + B_crit (McCandlish et al. 2018). */
    private Optional<Diagnosis> critical() {
        double critical = moment.noise().criticalBatch();
        int batch = cut.batch();
        if (!Double.isFinite(critical)) {
            return Optional.empty();
        }
        int above = powerFrom(critical);
        if (batch >= FAR_ABOVE * critical && above < batch) {
            return Optional.of(new Diagnosis.AboveCritical(
                    batch,
                    critical,
                    above,
                    steps(critical, above) / steps(critical, batch) - 1,
                    1 - (above + critical) / (batch + critical),
                    withBatch(above)));
        }
        int below = Math.min(Integer.highestOneBit(cut.samples()), powerUpTo(critical));
        if (batch <= FAR_BELOW * critical && below > batch) {
            return Optional.of(new Diagnosis.BelowCritical(
                    batch,
                    critical,
                    below,
                    1 - steps(critical, below) / steps(critical, batch),
                    (below + critical) / (batch + critical) - 1,
                    withBatch(below)));
        }
        return Optional.empty();
    }

    private static double steps(double critical, int batch) {
        return 1 + critical / batch;
    }

    private Optional<Diagnosis> leavesOut() {
        return cut.left() > MUCH * cut.samples()
                ? Optional.of(new Diagnosis.LeavesOut(
                        cut.left(),
                        cut.samples(),
                        setup.withTraining(setup.training().withDropLast(false))))
                : Optional.empty();
    }

    private BatchSetup withBatch(int size) {
        return setup.withTraining(setup.training().withBatchSize(new BatchSize(size)));
    }

    /** The smallest power of two that is at least {@code least}, at most 2²⁰. */
    private static int powerFrom(double least) {
        int power = 1;
        while (power < least && power < LARGEST_POWER) {
            power *= 2;
        }
        return power;
    }

    /** The largest power of two that is at most {@code most}, from 1 to 2²⁰. */
    private static int powerUpTo(double most) {
        return Integer.highestOneBit((int) Math.max(1, Math.min(most, LARGEST_POWER)));
    }

    /** Rounds to two significant digits. */
    private static double rounded(double rate) {
        return new BigDecimal(rate).round(new MathContext(2)).doubleValue();
    }
}
