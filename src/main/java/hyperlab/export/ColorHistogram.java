package hyperlab.export;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A histogram of colors. Colors are counted exactly up to a limit; new ones after that are reduced to fewer bits per
 * channel.
 */
final class ColorHistogram {
    private static final int SLOT_COUNT = 1 << 19;
    private static final int MAX_EXACT_COLORS = 1 << 17;
    private static final int COARSE_MASK = 0xfcfcfc;
    private static final int RGB_MASK = 0xffffff;

    /** The color plus 1, so that 0 marks an empty slot. */
    private final int[] colors = new int[SLOT_COUNT];

    private final long[] counts = new long[SLOT_COUNT];
    private int size;

    /** Adds {@code times} to the count of a color. */
    void add(int rgb, int times) {
        int color = rgb & RGB_MASK;
        int slot = slot(color);
        if (colors[slot] == 0 && size >= MAX_EXACT_COLORS) {
            color &= COARSE_MASK;
            slot = slot(color);
        }
        if (colors[slot] == 0) {
            colors[slot] = color + 1;
            size++;
        }
        counts[slot] += times;
    }

    /** The slot of a color, or the empty slot where it would be inserted. */
    private int slot(int rgb) {
        int slot = (rgb * 0x9E3779B1) >>> 13;
        while (colors[slot] != 0 && colors[slot] != rgb + 1) {
            slot = (slot + 1) % SLOT_COUNT;
        }
        return slot;
    }

    /** All colors, in ascending RGB order. */
    ColorCount[] all() {
        ColorCount[] all = new ColorCount[size];
        int next = 0;
        for (int slot = 0; slot < SLOT_COUNT; slot++) {
            if (colors[slot] != 0) {
                all[next++] = new ColorCount(colors[slot] - 1, counts[slot]);
            }
        }
        Arrays.sort(all, Comparator.comparingInt(ColorCount::rgb));
        return all;
    }

    /** A color and its count. */
    record ColorCount(int rgb, long count) {
        /** A channel's value; 0 is red, 1 is green, 2 is blue. */
        int channel(int channel) {
            return rgb >> (16 - 8 * channel) & 0xff;
        }

        /** The square root, so that rare colors, such as antialiased text edges, are not lost to large areas. */
        double weight() {
            return Math.sqrt((double) count);
        }
    }
}
