package hyperlab.export;

import java.util.Arrays;
import java.util.Comparator;

/** How often each colour was seen: exactly, until there are so many that the further ones are told less finely. */
final class FilmColours {
    private static final int SLOTS = 1 << 19;
    private static final int MOST_EXACT = 1 << 17;
    private static final int COARSE = 0xfcfcfc;
    private static final int RGB = 0xffffff;

    /** A colour and one more, so that 0 is an empty place. */
    private final int[] colours = new int[SLOTS];

    private final long[] counts = new long[SLOTS];
    private int size;

    /** Counts a colour {@code times} times more. */
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

    /** Where a colour stands, or would. */
    private int slot(int rgb) {
        int slot = (rgb * 0x9E3779B1) >>> 13;
        while (colours[slot] != 0 && colours[slot] != rgb + 1) {
            slot = (slot + 1) % SLOTS;
        }
        return slot;
    }

    /** The colours that were seen, in an order that follows from them alone. */
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

    /** A colour and how often it was seen. */
    record Counted(int rgb, long count) {
        /** Red, green or blue: 0, 1, 2. */
        int channel(int which) {
            return rgb >> (16 - 8 * which) & 0xff;
        }

        /** Rare colours, such as letters' edges, are not to be forgotten over large areas. */
        double weight() {
            return Math.sqrt((double) count);
        }
    }
}
