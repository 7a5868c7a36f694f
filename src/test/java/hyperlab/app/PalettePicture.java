package hyperlab.app;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pictures with a small palette, which make small files. */
final class PalettePicture {
    private static final int MAX_COLORS = 32;
    /** Colors of the palette differ by at least this much in one channel, of 256 levels. */
    private static final int MIN_DISTANCE = 24;

    private PalettePicture() {}

    /** A copy with the most frequent colors; each other color becomes the nearest of them. */
    static BufferedImage of(BufferedImage picture) {
        int width = picture.getWidth();
        int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel, 1, Integer::sum);
        }
        List<Integer> palette = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(color -> palette.size() < MAX_COLORS
                        && palette.stream().allMatch(other -> PictureDifference.distance(color, other) >= MIN_DISTANCE))
                .forEach(palette::add);
        Map<Integer, Integer> nearest = new HashMap<>();
        counts.keySet().forEach(color -> nearest.put(color, nearest(color, palette)));
        IndexColorModel model = new IndexColorModel(
                8,
                palette.size(),
                palette.stream().mapToInt(color -> color & 0xffffff).toArray(),
                0,
                false,
                -1,
                DataBuffer.TYPE_BYTE);
        BufferedImage indexed = new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int k = 0; k < pixels.length; k++) {
            indexed.getRaster().setSample(k % width, k / width, 0, nearest.get(pixels[k]));
        }
        return indexed;
    }

    private static int nearest(int color, List<Integer> palette) {
        int best = 0;
        for (int k = 1; k < palette.size(); k++) {
            if (PictureDifference.distance(color, palette.get(k))
                    < PictureDifference.distance(color, palette.get(best))) {
                best = k;
            }
        }
        return best;
    }
}
