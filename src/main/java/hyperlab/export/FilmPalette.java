package hyperlab.export;

import hyperlab.export.FilmColours.Counted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A palette of at most {@value #MOST} colors for all frames: the colors themselves if there are no more, otherwise one
 * for each group of similar colors. Groups are formed by repeatedly splitting the one whose split lowers the sum of
 * squared errors most (as in Wu 1991, "Efficient statistical computations for optimal color quantization", but on the
 * colors themselves instead of a grid).
 */
final class FilmPalette {
    /** One of the 256 entries is reserved for unchanged pixels. */
    static final int MOST = 255;

    static final int UNCHANGED = 255;

    private static final int CHANNELS = 3;
    private static final int CACHED = 1 << 16;

    private final int[] colours;
    private final int[] cachedColours = new int[CACHED];
    private final byte[] cachedPlaces = new byte[CACHED];

    private FilmPalette(int[] colours) {
        this.colours = colours;
        Arrays.fill(cachedColours, -1);
    }

    static FilmPalette of(FilmColours seen) {
        Counted[] all = seen.all();
        if (all.length <= MOST) {
            return new FilmPalette(Arrays.stream(all).mapToInt(Counted::rgb).toArray());
        }
        List<Group> groups = new ArrayList<>(List.of(new Group(all)));
        while (groups.size() < MOST) {
            Group widest =
                    groups.stream().max(Comparator.comparingDouble(Group::gain)).orElseThrow();
            Group.Cut cut = widest.cut;
            if (cut == null) {
                break;
            }
            groups.set(groups.indexOf(widest), new Group(cut.lower()));
            groups.add(new Group(cut.upper()));
        }
        return new FilmPalette(groups.stream().mapToInt(Group::colour).toArray());
    }

    /** The colors, as RGB. */
    int[] colours() {
        return colours.clone();
    }

    /** The index of the nearest color. */
    byte nearest(int rgb) {
        int wanted = rgb & 0xffffff;
        int slot = (wanted * 0x9E3779B1) >>> 16;
        if (cachedColours[slot] != wanted) {
            cachedColours[slot] = wanted;
            cachedPlaces[slot] = (byte) search(wanted);
        }
        return cachedPlaces[slot];
    }

    private int search(int rgb) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int k = 0; k < colours.length && least > 0; k++) {
            int red = (rgb >> 16) - (colours[k] >> 16);
            int green = (rgb >> 8 & 0xff) - (colours[k] >> 8 & 0xff);
            int blue = (rgb & 0xff) - (colours[k] & 0xff);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = k;
            }
        }
        return best;
    }

    /** A group of colors that share one palette entry. */
    private static final class Group {
        private final Counted[] members;
        private final @Nullable Cut cut;

        /** A split of a group, and the reduction of the sum of squared errors. */
        private record Cut(Counted[] lower, Counted[] upper, double gain) {}

        Group(Counted[] members) {
            this.members = members;
            Cut best = null;
            for (int channel = 0; channel < CHANNELS; channel++) {
                Cut found = cut(channel);
                if (found != null && (best == null || found.gain > best.gain)) {
                    best = found;
                }
            }
            cut = best;
        }

        double gain() {
            return cut == null ? 0 : cut.gain;
        }

        private @Nullable Cut cut(int channel) {
            Counted[] sorted = members.clone();
            Arrays.sort(sorted, Comparator.comparingInt((Counted each) -> each.channel(channel)));
            double[] all = new double[CHANNELS];
            double weight = add(sorted, all);
            double[] below = new double[CHANNELS];
            double weightBelow = 0;
            double most = 0;
            int at = -1;
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
                if (gain > most) {
                    most = gain;
                    at = k + 1;
                }
            }
            return at < 0
                    ? null
                    : new Cut(Arrays.copyOf(sorted, at), Arrays.copyOfRange(sorted, at, sorted.length), most);
        }

        private static double add(Counted[] some, double[] sums) {
            double weight = 0;
            for (Counted each : some) {
                weight += add(each, sums);
            }
            return weight;
        }

        private static double add(Counted one, double[] sums) {
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
        int colour() {
            Counted most = Arrays.stream(members)
                    .max(Comparator.comparingLong(Counted::count))
                    .orElseThrow();
            long count = Arrays.stream(members).mapToLong(Counted::count).sum();
            if (2 * most.count() >= count) {
                return most.rgb();
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
