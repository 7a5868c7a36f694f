package hyperlab.export;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A histogram of colors. Colors are counted exactly up to a limit; new ones after that are reduced to fewer bits per
 * channel.
 */
final class FilmColours {
    private static final int SLOTS = 1 << 19;
    private static final int MOST_EXACT = 1 << 17;
    private static final int COARSE = 0xfcfcfc;
    private static final int RGB = 0xffffff;

    /** The color plus 1, so that 0 marks an empty slot. */
    private final int[] colours = new int[SLOTS];

    private final long[] counts = new long[SLOTS];
    private int size;

    /** Adds {@code times} to the count of a color. */
    void add(int rgb, int times) {
        int wanted = rgb & RGB;
        int slot = slot(wanted);
        if (colours[slot] == 0 && size >= MOST_EXACT) {
            wanted &= COARSE;
            slot = slot(wanted);
        }
        if (colours[slot] == 0) {
            colours[slot] = wanted + 1;
            size++;
        }
        counts[slot] += times;
    }

    /** The slot of a color, or the empty slot where it would be inserted. */
    private int slot(int rgb) {
        int slot = (rgb * 0x9E3779B1) >>> 13;
        while (colours[slot] != 0 && colours[slot] != rgb + 1) {
            slot = (slot + 1) % SLOTS;
        }
        return slot;
    }

    /** All colors, in ascending RGB order. */
    Counted[] all() {
        Counted[] all = new Counted[size];
        int next = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            if (colours[slot] != 0) {
                all[next++] = new Counted(colours[slot] - 1, counts[slot]);
            }
        }
        Arrays.sort(all, Comparator.comparingInt(Counted::rgb));
        return all;
    }

    /** A color and its count. */
    record Counted(int rgb, long count) {
        /** A channel's value; 0 is red, 1 is green, 2 is blue. */
        int channel(int which) {
            return rgb >> (16 - 8 * which) & 0xff;
        }

        /** The square root, so that rare colors, such as antialiased text edges, are not lost to large areas. */
        double weight() {
            return Math.sqrt((double) count);
        }
    }
}
