package hyperlab.train;

import java.util.stream.IntStream;

/** What the texts say about quartiles, computed. */
public final class Quartiles {
    private Quartiles() {}

    /** The share of values between the quartiles, here of 0 … 1,000. */
    public static double middleShare() {
        Quantiles spread =
                Quantiles.of(IntStream.rangeClosed(0, 1_000).asDoubleStream().toArray());
        return (spread.upper() - spread.lower()) / 1_000;
    }
}
