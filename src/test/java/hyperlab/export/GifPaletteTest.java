package hyperlab.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GifPaletteTest {
    private static GifPalette of(int... colors) {
        ColorHistogram seen = new ColorHistogram();
        for (int color : colors) {
            seen.add(color, 1);
        }
        return GifPalette.of(seen);
    }

    private static int channel(int rgb, int shift) {
        return rgb >> shift & 0xff;
    }

    @Test
    void preservesFewColorsExactly() {
        int[] colors = new Random(1)
                .ints(GifPalette.MAX_COLORS, 0, 1 << 24)
                .distinct()
                .sorted()
                .toArray();
        GifPalette palette = of(colors);
        assertArrayEquals(colors, palette.colors());
        for (int color : colors) {
            assertEquals(color, palette.colors()[palette.nearest(0xff000000 | color) & 0xff]);
        }
    }

    @Test
    void everyColorHasNearPaletteEntry() {
        ColorHistogram seen = new ColorHistogram();
        seen.add(0xffffff, 25);
        seen.add(0xfffffe, 10);
        seen.add(0xfffffd, 10);
        // Two tints and their mixtures, as in a decision boundary: 512 colors along a line and near it.
        for (int k = 0; k < 512; k++) {
            seen.add(mixed(k, 0), 500);
            seen.add(mixed(k, 1), 5);
        }
        GifPalette palette = GifPalette.of(seen);
        assertEquals(GifPalette.MAX_COLORS, palette.colors().length);
        assertEquals(0xffffff, palette.colors()[palette.nearest(0xffffff) & 0xff], "a background stays what it is");
        for (int k = 0; k < 512; k++) {
            int wanted = mixed(k, 0);
            int found = palette.colors()[palette.nearest(wanted) & 0xff];
            for (int shift = 0; shift <= 16; shift += 8) {
                assertEquals(channel(wanted, shift), channel(found, shift), 3, Integer.toHexString(wanted));
            }
        }
    }

    private static int mixed(int k, int aside) {
        return (k / 2) << 16 | (255 - k / 2) << 8 | 80 + k % 2 + aside;
    }

    @Test
    void reducesTooManyColorsToFewerBits() {
        ColorHistogram seen = new ColorHistogram();
        for (int rgb = 0; rgb < 1 << 24; rgb += 7) {
            seen.add(rgb, 1);
        }
        assertTrue(seen.all().length < 1 << 19);
        assertEquals(
                (1 << 24) / 7 + 1,
                Arrays.stream(seen.all())
                        .mapToLong(ColorHistogram.ColorCount::count)
                        .sum());
    }
}
