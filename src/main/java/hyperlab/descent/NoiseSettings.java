package hyperlab.descent;

import hyperlab.rule.Checks;

/**
 * The gradient noise of the Learning rate lab: the same descent is repeated, with a random error on each of its
 * gradients.
 *
 * @param on whether the noisy descents are displayed
 * @param deviation S, the standard deviation of the error for one sample; finite and &ge; 0
 * @param batchSize B, the number of samples that each gradient averages, so that its error has a standard deviation of
 *     S/√B; 1 … {@value #LARGEST_BATCH}
 * @param walks the number of descents, 2 … {@value #MOST_WALKS}
 * @param seed the seed of the first descent; each later descent uses the next seed
 */
public record NoiseSettings(boolean on, double deviation, int batchSize, int walks, long seed) {
    public static final int MOST_WALKS = 2_000;
    public static final int LARGEST_BATCH = 1_000_000;
    public static final NoiseSettings DEFAULT = new NoiseSettings(false, 2, 1, 200, 42);

    public NoiseSettings {
        Checks.notNegative("noise", deviation);
        Checks.wholeWithin("batchSize", batchSize, 1, LARGEST_BATCH);
        Checks.wholeWithin("walks", walks, 2, MOST_WALKS);
    }

    public NoiseSettings withOn(boolean isOn) {
        return new NoiseSettings(isOn, deviation, batchSize, walks, seed);
    }

    public NoiseSettings withDeviation(double newDeviation) {
        return new NoiseSettings(on, newDeviation, batchSize, walks, seed);
    }

    public NoiseSettings withBatchSize(int newBatchSize) {
        return new NoiseSettings(on, deviation, newBatchSize, walks, seed);
    }

    public NoiseSettings withWalks(int newWalks) {
        return new NoiseSettings(on, deviation, batchSize, newWalks, seed);
    }

    public NoiseSettings withSeed(long newSeed) {
        return new NoiseSettings(on, deviation, batchSize, walks, newSeed);
    }

    /** The noise of the first descent. */
    public Walk.Noise first() {
        return new Walk.Noise(deviation, batchSize, seed);
    }
}
