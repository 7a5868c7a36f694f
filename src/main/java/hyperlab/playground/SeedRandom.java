package hyperlab.playground;

/**
 * The random number generator seedrandom 2.4 (npm), which the original uses for everything: RC4 keyed by a text. The
 * first 256 bytes are discarded, and each number uses six bytes, or more if they do not yield 52 bits.
 */
final class SeedRandom {
    private static final int WIDTH = 256;
    private static final int CHUNKS = 6;
    private static final double START = 0x1.0p48;
    private static final double SIGNIFICANCE = 0x1.0p52;
    private static final double OVERFLOW = 0x1.0p53;

    private final int[] state = new int[WIDTH];
    private int i;
    private int j;

    SeedRandom(String seed) {
        int[] key = key(seed);
        for (int k = 0; k < WIDTH; k++) {
            state[k] = k;
        }
        int swap = 0;
        for (int k = 0; k < WIDTH; k++) {
            swap = (swap + key[k % key.length] + state[k]) & (WIDTH - 1);
            int kept = state[k];
            state[k] = state[swap];
            state[swap] = kept;
        }
        for (int k = 0; k < WIDTH; k++) {
            nextByte();
        }
    }

    /** Mixes the text's UTF-16 units into at most 256 bytes. */
    private static int[] key(String seed) {
        int[] key = new int[Math.max(1, Math.min(WIDTH, seed.length()))];
        int smear = 0;
        for (int k = 0; k < seed.length(); k++) {
            int place = k & (WIDTH - 1);
            smear ^= key[place] * 19;
            key[place] = (smear + seed.charAt(k)) & (WIDTH - 1);
        }
        return key;
    }

    private int nextByte() {
        i = (i + 1) & (WIDTH - 1);
        int at = state[i];
        j = (j + at) & (WIDTH - 1);
        int swapped = state[j];
        state[i] = swapped;
        state[j] = at;
        return state[(at + swapped) & (WIDTH - 1)];
    }

    /** Uniform in [0, 1). */
    double next() {
        double numerator = 0;
        for (int k = 0; k < CHUNKS; k++) {
            numerator = numerator * WIDTH + nextByte();
        }
        double denominator = START;
        int rest = 0;
        while (numerator < SIGNIFICANCE) {
            numerator = (numerator + rest) * WIDTH;
            denominator *= WIDTH;
            rest = nextByte();
        }
        while (numerator >= OVERFLOW) {
            numerator /= 2;
            denominator /= 2;
            rest >>>= 1;
        }
        return (numerator + rest) / denominator;
    }

    /** Uniform in [low, high), as {@code r·(high − low) + low}. */
    double next(double low, double high) {
        return next() * (high - low) + low;
    }

    /** Normally distributed, by the polar method; its second number is discarded. */
    double nextNormal(double mean, double variance) {
        double v;
        double s;
        do {
            v = 2 * next() - 1;
            double other = 2 * next() - 1;
            s = v * v + other * other;
        } while (s > 1);
        return mean + Math.sqrt(variance) * (Math.sqrt(-2 * StrictMath.log(s) / s) * v);
    }
}
