package hyperlab.descent;

import hyperlab.rule.Checks;

/**
 * The gradient noise of the Learning rate lab: the same descent is repeated, with a random error on each of its
 * gradients.
 *
 * @param enabled whether the noisy descents are displayed
 * @param deviation S, the standard deviation of the error for one sample; finite and &ge; 0
 * @param batchSize B, the number of samples that each gradient averages, so that its error has a standard deviation of
 *     S/√B; 1 … {@value #MAX_BATCH_SIZE}
 * @param runs the number of descents, 2 … {@value #MAX_RUNS}
 * @param seed the seed of the first descent; each later descent uses the next seed
 */
public record RepeatedNoiseSettings(boolean enabled, double deviation, int batchSize, int runs, long seed) {
    public static final int MAX_RUNS = 2_000;
    public static final int MAX_BATCH_SIZE = 1_000_000;
    public static final RepeatedNoiseSettings DEFAULT = new RepeatedNoiseSettings(false, 2, 1, 200, 42);

    public RepeatedNoiseSettings {
        Checks.notNegative("noise", deviation);
        Checks.wholeWithin("batchSize", batchSize, 1, MAX_BATCH_SIZE);
        Checks.wholeWithin("walks", runs, 2, MAX_RUNS);
    }

    public RepeatedNoiseSettings withEnabled(boolean newEnabled) {
        return new RepeatedNoiseSettings(newEnabled, deviation, batchSize, runs, seed);
    }

    public RepeatedNoiseSettings withDeviation(double newDeviation) {
        return new RepeatedNoiseSettings(enabled, newDeviation, batchSize, runs, seed);
    }

    public RepeatedNoiseSettings withBatchSize(int newBatchSize) {
        return new RepeatedNoiseSettings(enabled, deviation, newBatchSize, runs, seed);
    }

    public RepeatedNoiseSettings withRuns(int newRuns) {
        return new RepeatedNoiseSettings(enabled, deviation, batchSize, newRuns, seed);
    }

    public RepeatedNoiseSettings withSeed(long newSeed) {
        return new RepeatedNoiseSettings(enabled, deviation, batchSize, runs, newSeed);
    }

    /** The noise of the first descent. */
    public DescentRunSettings.GradientErrorSettings firstRunNoise() {
        return new DescentRunSettings.GradientErrorSettings(deviation, batchSize, seed);
    }
}
