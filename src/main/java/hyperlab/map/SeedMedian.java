package hyperlab.map;

import java.util.Comparator;
import java.util.List;

/** The pixel of several runs that differ only in their seed. */
final class SeedMedian {
    private SeedMedian() {}

    /**
     * The median run, as {@link Pixel} defines it, with the share of the runs that diverged.
     *
     * @param runs at least one, each with a diverged share of 0 or 1
     */
    static Pixel of(List<Pixel> runs, MapColor color) {
        Comparator<Pixel> byValue = Comparator.comparingDouble(pixel -> rank(pixel, color));
        List<Pixel> sorted = runs.stream()
                .sorted(Comparator.comparing(Pixel::diverged)
                        .thenComparing(byValue)
                        .thenComparing(Pixel::outcome)
                        .thenComparing(Comparator.comparingDouble(Pixel::epochs).reversed()))
                .toList();
        Pixel median = sorted.get((runs.size() - 1) / 2);
        double diverged = runs.stream().filter(Pixel::diverged).count();
        return new Pixel(median.outcome(), median.epochs(), median.value(), diverged / runs.size());
    }

    /** Smaller is better; NaN is worst. */
    private static double rank(Pixel pixel, MapColor color) {
        return color.isLargerBetter() ? -pixel.value() : pixel.value();
    }
}
