package hyperlab.export;

import hyperlab.export.ColorHistogram.ColorCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A palette of at most {@value #MAX_COLORS} colors for all frames: the colors themselves if there are no more,
 * otherwise one for each group of similar colors. Groups are formed by repeatedly splitting the one whose split lowers
 * the sum of squared errors most (as in Wu 1991, "Efficient statistical computations for optimal color quantization",
 * but on the colors themselves instead of a grid).
 */
final class GifPalette {
    /** One of the 256 entries is reserved for unchanged pixels. */
    static final int MAX_COLORS = 255;

    static final int UNCHANGED = 255;

    private static final int CHANNELS = 3;
    private static final int CACHE_SIZE = 1 << 16;

    private final int[] colors;
    private final int[] cachedColors = new int[CACHE_SIZE];
    private final byte[] cachedIndices = new byte[CACHE_SIZE];

    private GifPalette(int[] colors) {
        this.colors = colors;
        Arrays.fill(cachedColors, -1);
    }

    static GifPalette of(ColorHistogram histogram) {
        ColorCount[] all = histogram.all();
        if (all.length <= MAX_COLORS) {
            return new GifPalette(Arrays.stream(all).mapToInt(ColorCount::rgb).toArray());
        }
        List<ColorGroup> groups = new ArrayList<>(List.of(new ColorGroup(all)));
        while (groups.size() < MAX_COLORS) {
            ColorGroup groupToSplit = groups.stream()
                    .max(Comparator.comparingDouble(ColorGroup::gain))
                    .orElseThrow();
            ColorGroup.ColorSplit split = groupToSplit.split;
            if (split == null) {
                break;
            }
            groups.set(groups.indexOf(groupToSplit), new ColorGroup(split.lower()));
            groups.add(new ColorGroup(split.upper()));
        }
        return new GifPalette(
                groups.stream().mapToInt(ColorGroup::representativeColor).toArray());
    }

    /** The colors, as RGB. */
    int[] colors() {
        return colors.clone();
    }

    /** The index of the nearest color. */
    byte nearest(int rgb) {
        int color = rgb & 0xffffff;
        int slot = (color * 0x9E3779B1) >>> 16;
        if (cachedColors[slot] != color) {
            cachedColors[slot] = color;
            cachedIndices[slot] = (byte) findNearest(color);
        }
        return cachedIndices[slot];
    }

    private int findNearest(int rgb) {
        int best = 0;
        int smallestDistance = Integer.MAX_VALUE;
        for (int k = 0; k < colors.length && smallestDistance > 0; k++) {
            int red = (rgb >> 16) - (colors[k] >> 16);
            int green = (rgb >> 8 & 0xff) - (colors[k] >> 8 & 0xff);
            int blue = (rgb & 0xff) - (colors[k] & 0xff);
            int distance = red * red + green * green + blue * blue;
            if (distance < smallestDistance) {
                smallestDistance = distance;
                best = k;
            }
        }
        return best;
    }

    /** A group of colors that share one palette entry. */
    private static final class ColorGroup {
        private final ColorCount[] members;
        private final @Nullable ColorSplit split;

        /** A split of a group, and the reduction of the sum of squared errors. */
        private record ColorSplit(ColorCount[] lower, ColorCount[] upper, double gain) {}

        ColorGroup(ColorCount[] members) {
            this.members = members;
            ColorSplit best = null;
            for (int channel = 0; channel < CHANNELS; channel++) {
                ColorSplit found = bestSplit(channel);
                if (found != null && (best == null || found.gain > best.gain)) {
                    best = found;
                }
            }
            split = best;
        }

        double gain() {
            return split == null ? 0 : split.gain;
        }

        private @Nullable ColorSplit bestSplit(int channel) {
            ColorCount[] sorted = members.clone();
            Arrays.sort(sorted, Comparator.comparingInt((ColorCount each) -> each.channel(channel)));
            double[] all = new double[CHANNELS];
            double weight = add(sorted, all);
            double[] below = new double[CHANNELS];
            double weightBelow = 0;
            double largestGain = 0;
            int splitIndex = -1;
            for (int k = 0; k < sorted.length - 1; k++) {
                weightBelow += add(sorted[k], below);
                if (sorted[k].channel(channel) == sorted[k + 1].channel(channel)) {
                    continue;
                }
                double gain = -squares(all) / weight;
                double above = 0;
                for (int c = 0; c < CHANNELS; c++) {
                    above += (all[c] - below[c]) * (all[c] - below[c]);
                }
                gain += squares(below) / weightBelow + above / (weight - weightBelow);
                if (gain > largestGain) {
                    largestGain = gain;
                    splitIndex = k + 1;
                }
            }
            return splitIndex < 0
                    ? null
                    : new ColorSplit(
                            Arrays.copyOf(sorted, splitIndex),
                            Arrays.copyOfRange(sorted, splitIndex, sorted.length),
                            largestGain);
        }

        private static double add(ColorCount[] colorCounts, double[] sums) {
            double weight = 0;
            for (ColorCount each : colorCounts) {
                weight += add(each, sums);
            }
            return weight;
        }

        private static double add(ColorCount one, double[] sums) {
            for (int c = 0; c < CHANNELS; c++) {
                sums[c] += one.weight() * one.channel(c);
            }
            return one.weight();
        }

        private static double squares(double[] sums) {
            double squares = 0;
            for (double sum : sums) {
                squares += sum * sum;
            }
            return squares;
        }

        /**
         * The most frequent color if it makes up at least half of all pixels, as for backgrounds and lines; otherwise
         * the mean.
         */
        int representativeColor() {
            ColorCount largestGain = Arrays.stream(members)
                    .max(Comparator.comparingLong(ColorCount::count))
                    .orElseThrow();
            long count = Arrays.stream(members).mapToLong(ColorCount::count).sum();
            if (2 * largestGain.count() >= count) {
                return largestGain.rgb();
            }
            double[] sums = new double[CHANNELS];
            double weight = add(members, sums);
            int rgb = 0;
            for (double sum : sums) {
                rgb = (rgb << 8) | (int) Math.round(sum / weight);
            }
            return rgb;
        }
    }
}
