package hyperlab.map;

import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Everything that determines a map.
 *
 * @param subject what is trained for each pixel
 * @param x the hyperparameter of the columns, from left to right
 * @param y the hyperparameter of the rows, from bottom to top; its key differs from that of x
 * @param color the quantity that the color shows
 * @param target the loss to reach for {@link MapColor#EPOCHS_TO_TARGET}; finite
 * @param seeds number of runs for each pixel, 1 … {@value #MAX_SEEDS}, with consecutive seeds from that of the subject
 */
public record MapSpecification(MapSubject subject, MapAxis x, MapAxis y, MapColor color, double target, int seeds) {
    public static final int MAX_SEEDS = 64;
    /** The maximum number of pixels. */
    public static final int MAX_PIXELS = 1 << 20;

    public static final double DEFAULT_TARGET = 0.1;

    public MapSpecification {
        Checks.finite("target", target);
        Checks.wholeWithin("seeds", seeds, 1, MAX_SEEDS);
        if (x.key().equals(y.key())) {
            throw new InvalidInputException("y", Rule.AXES_DIFFERENT, x.key());
        }
        long pixels = (long) x.values().size() * y.values().size();
        if (pixels > MAX_PIXELS) {
            throw new InvalidInputException("pixels", Rule.AT_MOST, MAX_PIXELS, pixels);
        }
    }

    /** One run for each pixel, and the default target. */
    public MapSpecification(MapSubject subject, MapAxis x, MapAxis y, MapColor color) {
        this(subject, x, y, color, DEFAULT_TARGET, 1);
    }

    public MapSpecification withSubject(MapSubject newSubject) {
        return new MapSpecification(newSubject, x, y, color, target, seeds);
    }

    public MapSpecification withAxes(MapAxis newX, MapAxis newY) {
        return new MapSpecification(subject, newX, newY, color, target, seeds);
    }

    public MapSpecification withColor(MapColor newColor) {
        return new MapSpecification(subject, x, y, newColor, target, seeds);
    }

    public MapSpecification withTarget(double newTarget) {
        return new MapSpecification(subject, x, y, color, newTarget, seeds);
    }

    public MapSpecification withSeeds(int newSeeds) {
        return new MapSpecification(subject, x, y, color, target, newSeeds);
    }

    /**
     * The map that stands for all maps with the same training runs, which differ only in what their colors show. The
     * closed form of {@link MapColor#SPECTRAL_RADIUS} has no runs and stands alone.
     */
    public MapSpecification withoutColor() {
        MapColor shared = color == MapColor.SPECTRAL_RADIUS ? color : MapColor.TRAIN_LOSS;
        return new MapSpecification(subject, x, y, shared, DEFAULT_TARGET, seeds);
    }

    /** One map for each seed, with the results of a single run in each pixel; just this one where nothing is random. */
    public List<MapSpecification> eachSeed() {
        return IntStream.range(0, subject instanceof MapSubject.OfDescent ? 1 : seeds)
                .mapToObj(run -> withSubject(withSeedOf(run)).withSeeds(1))
                .toList();
    }

    private MapSubject withSeedOf(int run) {
        if (subject instanceof MapSubject.OfExperiment of) {
            return new MapSubject.OfExperiment(
                    of.experiment().withSeed(of.experiment().seed() + run));
        }
        return subject instanceof MapSubject.OfMeanField of
                ? new MapSubject.OfMeanField(of.network().withSeed(of.network().seed() + run))
                : subject;
    }
}
