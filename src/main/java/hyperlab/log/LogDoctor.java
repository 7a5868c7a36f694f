package hyperlab.log;

import hyperlab.diagnosis.LossCurves;
import hyperlab.diagnosis.TrainingDoctor;
import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.Message;
import hyperlab.finding.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds problems in the curves of a log by the rules of {@link LogProblem}, and says what the log cannot show. For a
 * loss that diverges, or stays infinite or NaN to the end, no other problem of the losses is reported. A loss that
 * rises or falls slowly is not also reported as flat. Each finding has its own arguments.
 */
public final class LogDoctor {
    private static final String FINITE_AGAIN = "log.finiteAgain";
    private static final String NO_VALIDATION = "log.noValidation";
    private static final String NO_TRAINING = "log.noTraining";

    /** The keys of all findings. */
    public static final List<String> KEYS = Stream.concat(
                    Arrays.stream(LogProblem.values()).map(LogProblem::key),
                    Stream.of(FINITE_AGAIN, NO_VALIDATION, NO_TRAINING))
            .toList();

    private static final int DIGITS = 3;
    private static final int PERCENT_DIGITS = 2;
    private static final int MAX_UNBLOCKED = 40;
    private static final int BLOCKS = 20;
    private static final int MIN_BLOCKS = 6;
    private static final int MIN_FLAT_BLOCKS = 10;
    private static final int MIN_VALIDATIONS = 10;
    private static final double FLAT_BAND = 0.02;
    private static final double FLAT_SHARE = 0.05;
    private static final double SMALL_SHARE = 0.2;
    private static final int MIN_JUMP_VALUES = 12;
    private static final int NEIGHBORS = 5;
    private static final int MIN_NEIGHBORS = 3;
    private static final double SPIKE_FACTOR = 2;
    private static final double SPIKE_DEVIATIONS = 10;
    private static final double RETURN_FACTOR = 1.2;

    private final TrainingLog log;
    private final LogAxis axis;
    private final List<Finding<LogEvidence, Void>> findings = new ArrayList<>();
    /** That the blocks of the training loss are means; null if they are its values. */
    private @Nullable Message means;

    private LogDoctor(TrainingLog log, LogAxis axis) {
        this.log = log;
        this.axis = axis;
    }

    /**
     * Returns what the rules find, most serious first, then what the log cannot show.
     *
     * @param axis an axis that all losses are on
     */
    public static List<Finding<LogEvidence, Void>> examine(TrainingLog log, LogAxis axis) {
        LogDoctor doctor = new LogDoctor(log, axis);
        doctor.examine();
        return List.copyOf(doctor.findings);
    }

    private void examine() {
        LossCurves train = finite(log.get(LogQuantity.TRAIN_LOSS));
        if (!findNotFinite() && train != null) {
            LossCurves blocks = blocks(train);
            means = train.size() <= MAX_UNBLOCKED ? null : Message.of("log.means", Argument.integer(train.size()));
            if (!findDiverging(blocks)) {
                if (!findRising(blocks) && !findSlow(blocks)) {
                    findFlat(blocks);
                }
                if (!findNoise(train)) {
                    findSpikes(train);
                }
                findOverfitting(train);
            }
        }
        findRestarts();
        findRateRestarts();
        addLimits();
    }

    // the curves

    /** The finite values of a series as training losses; null if there are none. */
    private @Nullable LossCurves finite(@Nullable LogSeries series) {
        if (series == null) {
            return null;
        }
        double[] x = series.positions(axis);
        int[] indices = IntStream.range(0, series.size())
                .filter(i -> Double.isFinite(series.values()[i]))
                .toArray();
        return indices.length == 0
                ? null
                : LossCurves.ofTraining(
                        Arrays.stream(indices).mapToDouble(i -> x[i]).toArray(),
                        Arrays.stream(indices)
                                .mapToDouble(i -> series.values()[i])
                                .toArray());
    }

    /** The values themselves if they are few, otherwise the means of blocks, each at the position of its last value. */
    private static LossCurves blocks(LossCurves curves) {
        int size = curves.size();
        if (size <= MAX_UNBLOCKED) {
            return curves;
        }
        double[] x = new double[BLOCKS];
        double[] mean = new double[BLOCKS];
        for (int b = 0; b < BLOCKS; b++) {
            int from = (int) ((long) b * size / BLOCKS);
            int to = (int) ((b + 1L) * size / BLOCKS);
            x[b] = curves.x()[to - 1];
            mean[b] = Arrays.stream(curves.train(), from, to).average().orElseThrow();
        }
        return LossCurves.ofTraining(x, mean);
    }

    /**
     * Both losses where the validation loss was measured. The training loss is the mean since the measurement before;
     * if it was not logged in between, the one before remains, and it is NaN before the first value.
     */
    private static LossCurves atValidations(LossCurves train, LossCurves validation) {
        List<double[]> rows = new ArrayList<>();
        int next = 0;
        double mean = Double.NaN;
        for (int i = 0; i < validation.size(); i++) {
            double sum = 0;
            int count = 0;
            while (next < train.size() && train.x()[next] <= validation.x()[i]) {
                sum += train.train()[next++];
                count++;
            }
            mean = count > 0 ? sum / count : mean;
            rows.add(new double[] {validation.x()[i], mean, validation.train()[i]});
        }
        return new LossCurves(column(rows, 0), column(rows, 1), column(rows, 2));
    }

    private static double[] column(List<double[]> rows, int index) {
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }

    // the rules

    /** Whether a loss is not finite to the end. */
    private boolean findNotFinite() {
        for (LogQuantity quantity : List.of(LogQuantity.TRAIN_LOSS, LogQuantity.VALIDATION_LOSS)) {
            LogSeries series = log.get(quantity);
            double[] values = series == null ? new double[0] : series.values();
            int first = 0;
            while (first < values.length && Double.isFinite(values[first])) {
                first++;
            }
            if (series == null || first == values.length) {
                continue;
            }
            boolean stays = Arrays.stream(values, first, values.length).noneMatch(Double::isFinite);
            double[] x = series.positions(axis);
            add(
                    Severity.DANGER,
                    LogProblem.NOT_FINITE,
                    stays ? LogProblem.NOT_FINITE.key() : FINITE_AGAIN,
                    x[first],
                    stays ? x[x.length - 1] : x[first],
                    Message.of("log.quantity." + quantity.fileName()),
                    at(x[first]));
            return stays;
        }
        return false;
    }

    private boolean findDiverging(LossCurves blocks) {
        double first = blocks.train()[0];
        boolean diverges =
                blocks.size() > 2 && first > 0 && blocks.staysAbove(TrainingDoctor.LOSS_INCREASE_FACTOR * first);
        if (diverges) {
            int last = blocks.size() - 1;
            addOfBlocks(
                    Severity.DANGER,
                    LogProblem.DIVERGING,
                    LogProblem.DIVERGING.key(),
                    blocks.x()[blocks.lowestTrain()],
                    blocks.x()[last],
                    number(blocks.train()[last]),
                    at(blocks.x()[last]),
                    number(first));
        }
        return diverges;
    }

    private boolean findRising(LossCurves blocks) {
        int lowest = blocks.lowestTrain();
        double recent = blocks.recentLowestTrain();
        boolean rises = blocks.size() >= MIN_BLOCKS
                && blocks.train()[lowest] > 0
                && recent > TrainingDoctor.LOSS_INCREASE_FACTOR * blocks.train()[lowest]
                && recent > SMALL_SHARE * blocks.train()[0];
        if (rises) {
            addOfBlocks(
                    Severity.WARNING,
                    LogProblem.RISING,
                    LogProblem.RISING.key(),
                    blocks.x()[lowest],
                    end(blocks),
                    at(blocks.x()[lowest]),
                    number(blocks.train()[lowest]),
                    number(recent));
        }
        return rises;
    }

    private boolean findSlow(LossCurves blocks) {
        LossCurves.SlowDescent found = blocks.size() < MIN_BLOCKS || blocks.train()[0] <= 0
                ? null
                : LossCurves.ofTraining(progress(blocks.x()), blocks.train()).slowDescent(0);
        if (found == null) {
            return false;
        }
        // A loss that does not move is flat, not slow.
        if (blocks.train()[0] - found.latest() <= FLAT_BAND * blocks.train()[0]) {
            return false;
        }
        addOfBlocks(
                Severity.WARNING,
                LogProblem.TOO_SLOW,
                LogProblem.TOO_SLOW.key(),
                blocks.x()[0],
                end(blocks),
                number(found.latest()),
                at(end(blocks)),
                number(blocks.train()[0]));
        return true;
    }

    /**
     * How far training has come at each position, from 0 to their number − 1: the sum of the learning rate if it is
     * logged and positive, because a rate that falls slows the loss down; otherwise the number of the position.
     */
    private double[] progress(double[] x) {
        double[] numbers = IntStream.range(0, x.length).asDoubleStream().toArray();
        LogSeries rates = log.get(LogQuantity.LEARNING_RATE);
        if (rates == null || !rates.isOn(axis) || Arrays.stream(rates.values()).anyMatch(rate -> !(rate >= 0))) {
            return numbers;
        }
        double[] sums = new double[x.length];
        int next = 0;
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            int count = 0;
            while (next < rates.size() && rates.positions(axis)[next] <= x[i]) {
                sum += rates.values()[next++];
                count++;
            }
            double mean = count > 0 ? sum / count : next > 0 ? rates.values()[next - 1] : rates.values()[0];
            sums[i] = i == 0 ? 0 : sums[i - 1] + mean;
        }
        double total = sums[x.length - 1];
        return total > 0 && Double.isFinite(total)
                ? Arrays.stream(sums).map(sum -> sum / total * (x.length - 1)).toArray()
                : numbers;
    }

    private void findFlat(LossCurves blocks) {
        int size = blocks.size();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int start = size;
        while (start > 0) {
            double value = blocks.train()[start - 1];
            low = Math.min(low, value);
            high = Math.max(high, value);
            sum += value;
            if (high - low > FLAT_BAND * (sum / (size - start + 1))) {
                break;
            }
            start--;
        }
        boolean half = 2 * (size - start) >= size;
        double first = blocks.train()[0];
        boolean small = start == 0
                || blocks.train()[start] - blocks.train()[size - 1] <= FLAT_SHARE * (first - blocks.train()[size - 1]);
        if (size < MIN_FLAT_BLOCKS || !half || !small) {
            return;
        }
        Argument last = number(blocks.train()[size - 1]);
        if (start == 0) {
            addOfBlocks(
                    Severity.WARNING,
                    LogProblem.FLAT,
                    LogProblem.FLAT.key(),
                    blocks.x()[0],
                    end(blocks),
                    last,
                    at(end(blocks)));
        } else {
            double share = 100 * blocks.train()[size - 1] / first;
            addOfBlocks(
                    Severity.NOTE,
                    LogProblem.PLATEAU,
                    LogProblem.PLATEAU.key(),
                    blocks.x()[start],
                    end(blocks),
                    at(blocks.x()[start]),
                    last,
                    Argument.number(share, PERCENT_DIGITS));
        }
    }

    private boolean findNoise(LossCurves train) {
        double floor = SMALL_SHARE * blocks(train).train()[0];
        int half = train.from(0.5);
        if (train.size() - half < TrainingDoctor.MIN_EPOCHS) {
            return false;
        }
        double share = train.jumpShare(floor);
        if (share < TrainingDoctor.JUMP_SHARE) {
            return false;
        }
        add(
                Severity.WARNING,
                LogProblem.NOISY,
                LogProblem.NOISY.key(),
                train.x()[half],
                end(train),
                Argument.number(100 * share, PERCENT_DIGITS),
                at(train.x()[half]),
                at(end(train)),
                number(floor),
                Message.of(means == null ? "log.first.value" : "log.first.mean"));
        return true;
    }

    private void findSpikes(LossCurves train) {
        int count = 0;
        int highest = -1;
        boolean inSpike = false;
        for (int i = 0; i < train.size() && train.size() >= MIN_JUMP_VALUES; i++) {
            boolean spike = isSpike(train.train(), i);
            count += spike && !inSpike ? 1 : 0;
            inSpike = spike;
            if (spike && (highest < 0 || train.train()[i] > train.train()[highest])) {
                highest = i;
            }
        }
        if (highest >= 0) {
            add(
                    Severity.WARNING,
                    LogProblem.SPIKE,
                    LogProblem.SPIKE.key(),
                    train.x()[Math.max(0, highest - 1)],
                    train.x()[Math.min(train.size() - 1, highest + 1)],
                    Argument.integer(count),
                    at(train.x()[highest]),
                    number(train.train()[highest]),
                    number(median(neighbors(train.train(), highest))));
        }
    }

    private static boolean isSpike(double[] values, int index) {
        double[] before = Arrays.copyOfRange(values, Math.max(0, index - NEIGHBORS), index);
        double[] after = Arrays.copyOfRange(values, index + 1, Math.min(values.length, index + 1 + NEIGHBORS));
        if (before.length < MIN_NEIGHBORS || after.length < MIN_NEIGHBORS) {
            return false;
        }
        double[] around = neighbors(values, index);
        double median = median(around);
        double deviation = median(
                Arrays.stream(around).map(value -> Math.abs(value - median)).toArray());
        return median > 0
                && values[index] > SPIKE_FACTOR * median
                && values[index] > median + SPIKE_DEVIATIONS * deviation
                && median(after) <= RETURN_FACTOR * median(before);
    }

    /** The values before and after an index, without its own. */
    private static double[] neighbors(double[] values, int index) {
        return IntStream.rangeClosed(index - NEIGHBORS, index + NEIGHBORS)
                .filter(i -> i >= 0 && i < values.length && i != index)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private void findOverfitting(LossCurves train) {
        LossCurves validation = finite(log.get(LogQuantity.VALIDATION_LOSS));
        if (validation == null) {
            return;
        }
        LossCurves both = atValidations(train, validation);
        LossCurves.Overfitting found = both.size() < MIN_VALIDATIONS ? null : both.overfitting();
        if (found != null && found.lowest() > 0) {
            boolean averaged =
                    Arrays.stream(train.x()).filter(x -> x <= end(both)).count() > both.size();
            add(
                    averaged ? Message.of("log.means.validation") : null,
                    Severity.WARNING,
                    LogProblem.OVERFIT,
                    LogProblem.OVERFIT.key(),
                    both.x()[found.best()],
                    end(both),
                    at(both.x()[found.best()]),
                    number(found.lowest()),
                    number(found.recentLowest()),
                    number(both.train()[found.best()]),
                    number(both.recentLowestTrain()));
        }
    }

    private void findRestarts() {
        List<TrainingLog.Restart> restarts = log.restarts();
        if (!restarts.isEmpty()) {
            TrainingLog.Restart last = restarts.get(restarts.size() - 1);
            findings.add(new Finding<>(
                    Severity.NOTE,
                    LogProblem.RESTART.key(),
                    List.of(
                            Argument.integer(restarts.size()),
                            at(last.axis(), last.from()),
                            at(last.axis(), last.to())),
                    new LogEvidence(LogProblem.RESTART, last.axis(), last.to(), last.from()),
                    null));
        }
    }

    private void findRateRestarts() {
        LogSeries rates = log.get(LogQuantity.LEARNING_RATE);
        if (rates == null || !rates.isOn(axis)) {
            return;
        }
        double highest = 0;
        int count = 0;
        int latest = 0;
        double[] values = rates.values();
        for (int i = 1; i < values.length; i++) {
            highest = Math.max(highest, values[i - 1]);
            if (values[i - 1] < highest / 2 && values[i] >= 2 * values[i - 1] && values[i] > 0) {
                count++;
                latest = i;
                highest = 0;
            }
        }
        if (count > 0) {
            double x = rates.positions(axis)[latest];
            add(
                    Severity.NOTE,
                    LogProblem.RATE_RESTART,
                    LogProblem.RATE_RESTART.key(),
                    x,
                    x,
                    Argument.integer(count),
                    at(x),
                    number(values[latest - 1]),
                    number(values[latest]));
        }
    }

    private void addLimits() {
        add(Severity.NOTE, LogProblem.LIMITS, LogProblem.LIMITS.key(), 0, 0);
        if (log.get(LogQuantity.VALIDATION_LOSS) == null) {
            add(Severity.NOTE, LogProblem.LIMITS, NO_VALIDATION, 0, 0);
        }
        if (log.get(LogQuantity.TRAIN_LOSS) == null) {
            add(Severity.NOTE, LogProblem.LIMITS, NO_TRAINING, 0, 0);
        }
    }

    // arguments

    private void add(Severity severity, LogProblem problem, String key, double from, double to, Argument... arguments) {
        add(null, severity, problem, key, from, to, arguments);
    }

    /** Adds a finding of the training loss by {@link #blocks}, and says if these are means. */
    private void addOfBlocks(
            Severity severity, LogProblem problem, String key, double from, double to, Argument... arguments) {
        add(means, severity, problem, key, from, to, arguments);
    }

    private void add(
            @Nullable Message note,
            Severity severity,
            LogProblem problem,
            String key,
            double from,
            double to,
            Argument... arguments) {
        LogEvidence evidence = new LogEvidence(problem, axis, from, to);
        findings.add(new Finding<>(severity, key, List.of(arguments), evidence, null, note));
    }

    private static double end(LossCurves curves) {
        return curves.x()[curves.size() - 1];
    }

    private static Argument number(double value) {
        return Argument.number(value, DIGITS);
    }

    private Message at(double x) {
        return at(axis, x);
    }

    /** A position in words, such as "epoch 12". */
    static Message at(LogAxis axis, double x) {
        Argument number = x == Math.rint(x) ? Argument.integer(Math.round(x)) : Argument.number(x);
        return Message.of("log.at." + axis.fileName(), number);
    }
}
