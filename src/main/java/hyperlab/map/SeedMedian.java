package hyperlab.map;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    /**
     * The median run with each color.
     *
     * @param runs at least one, each with the same colors
     */
    static Map<MapColor, Pixel> ofColors(List<Map<MapColor, Pixel>> runs) {
        if (runs.size() == 1) {
            return runs.get(0);
        }
        Map<MapColor, Pixel> medians = new EnumMap<>(MapColor.class);
        for (MapColor color : runs.get(0).keySet()) {
            medians.put(
                    color,
                    of(
                            runs.stream()
                                    .map(run -> Objects.requireNonNull(run.get(color)))
                                    .toList(),
                            color));
        }
        return medians;
    }

    /** Smaller is better; NaN is worst. */
    private static double rank(Pixel pixel, MapColor color) {
        return color.isLargerBetter() ? -pixel.value() : pixel.value();
    }
}
