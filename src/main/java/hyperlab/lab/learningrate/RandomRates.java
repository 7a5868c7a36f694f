package hyperlab.lab.learningrate;

import hyperlab.descent.Stability;
import hyperlab.lab.learningrate.race.RacerRun;
import hyperlab.random.RandomStream;
import hyperlab.rule.SignificantDigits;
import java.util.List;
import java.util.Optional;

/** Random rates to ask about. Where regimes exist, a rate is drawn from a regime chosen at random. */
final class RandomRates {
    private static final String STREAM = "questions";
    private static final long SEED = 42;
    private static final int RATE_DIGITS = 3;
    /** The highest rate, as a multiple of the rate from which on descents diverge. */
    private static final double HIGHEST = 1.5;

    private final RandomStream random = RandomStream.named(SEED, STREAM);

    /** A rate that differs from that of the racer. The only rate close to 1/c is 1/c itself. */
    double next(RacerRun racer) {
        Optional<Stability.RegimeBorders> borders =
                racer.regimeBoundaries(0).filter(each -> Double.isFinite(HIGHEST * each.divergeFrom()));
        double rate;
        do {
            double fraction = random.nextDouble();
            rate = borders.isPresent()
                    ? randomRate(borders.get(), fraction)
                    : SignificantDigits.round(Math.pow(10, Math.log10(0.02) + fraction * Math.log10(200)), RATE_DIGITS);
        } while (rate == racer.racer().learningRate());
        return rate;
    }

    /** A rate of a randomly chosen regime, away from its boundaries. */
    private double randomRate(Stability.RegimeBorders borders, double fraction) {
        double limit = borders.divergeFrom();
        double middle = (borders.landFrom() + borders.landTo()) / 2;
        double[] glide = {0.05 * borders.landFrom(), 0.9 * borders.landFrom()};
        double[] land = {middle, middle};
        double[] oscillate = {borders.landTo() + 0.1 * (limit - borders.landTo()), 0.97 * limit};
        double[] diverge = {1.03 * limit, HIGHEST * limit};
        List<double[]> ranges = borders.landTo() > borders.landFrom()
                ? List.of(glide, land, oscillate, diverge)
                : List.of(glide, oscillate, diverge);
        double[] range = ranges.get(random.nextInt(ranges.size()));
        return range[0] == range[1]
                ? range[0]
                : SignificantDigits.round(range[0] + fraction * (range[1] - range[0]), RATE_DIGITS);
    }
}
