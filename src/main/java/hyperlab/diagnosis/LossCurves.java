package hyperlab.diagnosis;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rules of {@link Problem} that need only the loss curves, whether of a run or of another program's log.
 *
 * @param x where the losses were measured, such as epochs; ascending, at least one
 * @param train the training loss at each x
 * @param validation the validation loss at each x; NaN where it was not measured
 */
public record LossCurves(double[] x, double[] train, double[] validation) {
    /** Curves without a validation loss. */
    public static LossCurves ofTraining(double[] x, double[] train) {
        double[] none = new double[x.length];
        Arrays.fill(none, Double.NaN);
        return new LossCurves(x, train, none);
    }

    /**
     * A validation loss that rises after its minimum; see {@link Problem#OVERFIT}.
     *
     * @param best the index of the lowest validation loss
     * @param lowest the lowest validation loss
     * @param recentLowest the lowest validation loss of the latest quarter
     */
    public record Overfitting(int best, double lowest, double recentLowest) {
        /** By what share the lowest loss of the latest quarter exceeds the lowest of all. */
        public double excess() {
            return recentLowest / lowest - 1;
        }
    }

    /**
     * A training loss that falls steadily but slowly; see {@link Problem#TOO_SLOW}.
     *
     * @param latest the latest training loss
     * @param predicted the training loss at the end, extrapolated linearly
     * @param threshold half of the first training loss
     */
    public record SlowDescent(double latest, double predicted, double threshold) {}

    public int size() {
        return x.length;
    }

    private int last() {
        return x.length - 1;
    }

    /** The index of the first value from a share of the elapsed range on; at most that of the newest. */
    public int from(double share) {
        double start = x[0] + share * (x[last()] - x[0]);
        int index = 0;
        while (index < last() && x[index] < start) {
            index++;
        }
        return index;
    }

    /** The lowest training loss of the latest quarter. */
    public double recentLowestTrain() {
        return lowest(train, from(0.75));
    }

    /** The index of the lowest training loss; the earliest if there are several. */
    public int lowestTrain() {
        int lowest = 0;
        for (int i = 1; i < size(); i++) {
            lowest = train[i] < train[lowest] ? i : lowest;
        }
        return lowest;
    }

    /** Whether the training loss was above {@code level} for the whole latest quarter. */
    public boolean staysAbove(double level) {
        for (int i = from(0.75); i < size(); i++) {
            if (!(train[i] > level)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The share of values in the second half at which the training loss jumped by more than a fifth.
     *
     * @param floor losses up to this are small, and jumps to them do not count
     */
    public double jumpShare(double floor) {
        int start = from(0.5);
        int jumps = 0;
        for (int i = start + 1; i < size(); i++) {
            jumps += train[i] > TrainingDoctor.JUMP_FACTOR * train[i - 1] && train[i] > floor ? 1 : 0;
        }
        return jumps / (size() - start - 1.0);
    }

    /**
     * Whether the training loss falls steadily but slowly.
     *
     * @param remaining how far the training continues beyond the newest x
     */
    public @Nullable SlowDescent slowDescent(double remaining) {
        int half = from(0.5);
        double span = x[last()] - x[half];
        if (span == 0 || !fallsSteadily()) {
            return null;
        }
        double latest = train[last()];
        double lateSlope = (train[half] - latest) / span;
        double earlySlope = (train[0] - train[half]) / Math.max(1, x[half] - x[0]);
        double predicted = latest - lateSlope * remaining;
        double threshold = train[0] / 2;
        return lateSlope > earlySlope / 2 && predicted > threshold
                ? new SlowDescent(latest, predicted, threshold)
                : null;
    }

    private boolean fallsSteadily() {
        int falls = 0;
        for (int i = 1; i < size(); i++) {
            falls += train[i] < train[i - 1] ? 1 : 0;
        }
        return falls >= TrainingDoctor.STEADY_SHARE * (size() - 1);
    }

    /** Whether the validation loss rose clearly after its minimum while the training loss fell further. */
    public @Nullable Overfitting overfitting() {
        int best = 0;
        for (int i = 1; i < size(); i++) {
            boolean better = validation[i] < validation[best]
                    || (Double.isNaN(validation[best]) && !Double.isNaN(validation[i]));
            best = better ? i : best;
        }
        Overfitting found = new Overfitting(best, validation[best], lowest(validation, from(0.75)));
        boolean trainLossFell = recentLowestTrain() * (1 + TrainingDoctor.GENERALIZATION_LOSS) < train[best];
        return found.excess() > TrainingDoctor.GENERALIZATION_LOSS && trainLossFell ? found : null;
    }

    /** The lowest value from an index on; NaN if one is NaN. */
    private static double lowest(double[] values, int from) {
        return Arrays.stream(values, from, values.length).min().orElse(Double.NaN);
    }
}
