package hyperlab.app;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a picture differs from what it should be. Edges of letters and lines are drawn slightly differently by other
 * versions of Java, and a text may be a pixel or two lower, so a difference counts only if many pixels of one part
 * differ clearly, also from the pixels near theirs.
 */
final class PictureDifference {
    /** Of 256 levels per channel. A palette moves colors by a few levels. */
    private static final int CHANNEL_TOLERANCE = 56;

    /** How far a pixel may have moved. */
    private static final int NEAR = 2;

    private static final double MAX_SHARE = 0.01;
    /** Pixels that differ in a part of this size; less than a short word. */
    private static final int PART = 64;

    private static final int MAX_IN_PART = 160;

    private final BufferedImage golden;
    private final BufferedImage picture;
    private final int count;
    private final @Nullable Rectangle bounds;
    private final int worstInPart;
    private final Rectangle worstPart;
    private final boolean exact;

    PictureDifference(BufferedImage golden, BufferedImage picture) {
        this.golden = golden;
        this.picture = picture;
        int width = Math.min(golden.getWidth(), picture.getWidth());
        int height = Math.min(golden.getHeight(), picture.getHeight());
        int[] one = golden.getRGB(0, 0, width, height, null, 0, width);
        int[] other = picture.getRGB(0, 0, width, height, null, 0, width);
        int columns = (width + PART - 1) / PART;
        int[] inPart = new int[columns * ((height + PART - 1) / PART)];
        Rectangle found = null;
        int differing = 0;
        boolean same = true;
        for (int k = 0; k < one.length; k++) {
            same &= one[k] == other[k];
            int x = k % width;
            int y = k / width;
            if (one[k] != other[k] && differs(one, other, x, y, width, height)) {
                differing++;
                inPart[y / PART * columns + x / PART]++;
                Rectangle pixel = new Rectangle(x, y, 1, 1);
                found = found == null ? pixel : found.union(pixel);
            }
        }
        int worst = 0;
        for (int k = 0; k < inPart.length; k++) {
            worst = inPart[k] > inPart[worst] ? k : worst;
        }
        count = differing;
        bounds = found;
        exact = same;
        worstInPart = inPart[worst];
        worstPart = new Rectangle(worst % columns * PART, worst / columns * PART, PART, PART);
    }

    /** Whether one of two pixels at the same place has no like in the other picture, at its place or near it. */
    private static boolean differs(int[] one, int[] other, int x, int y, int width, int height) {
        int k = y * width + x;
        return distance(one[k], other[k]) > CHANNEL_TOLERANCE
                && (!hasLike(one[k], other, x, y, width, height) || !hasLike(other[k], one, x, y, width, height));
    }

    private static boolean hasLike(int color, int[] pixels, int x, int y, int width, int height) {
        for (int row = Math.max(0, y - NEAR); row <= Math.min(height - 1, y + NEAR); row++) {
            for (int column = Math.max(0, x - NEAR); column <= Math.min(width - 1, x + NEAR); column++) {
                if (distance(color, pixels[row * width + column]) <= CHANNEL_TOLERANCE) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The largest difference of a channel. */
    static int distance(int one, int other) {
        int farthest = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            farthest = Math.max(farthest, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return farthest;
    }

    /** Whether the pictures are the same. */
    boolean isExact() {
        return exact;
    }

    /** What all pixels that differ are in; null if there are none. */
    @Nullable
    Rectangle bounds() {
        return bounds;
    }

    /** Says how much differs and where; null if it is within the tolerance. */
    @Nullable
    String fault() {
        if (golden.getWidth() != picture.getWidth() || golden.getHeight() != picture.getHeight()) {
            return "the size is " + picture.getWidth() + " × " + picture.getHeight();
        }
        double share = (double) count / (golden.getWidth() * golden.getHeight());
        if (bounds == null || (share <= MAX_SHARE && worstInPart <= MAX_IN_PART)) {
            return null;
        }
        return String.format(
                Locale.ROOT,
                "%.2f %% of the pixels differ, from (%d, %d) to (%d, %d), most of them near (%d, %d)",
                100 * share,
                bounds.x,
                bounds.y,
                bounds.x + bounds.width,
                bounds.y + bounds.height,
                worstPart.x + PART / 2,
                worstPart.y + PART / 2);
    }

    /** The picture, faint, with the pixels that differ in red. */
    BufferedImage marked() {
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean sameSize = width == golden.getWidth() && height == golden.getHeight();
        int[] expected = golden.getRGB(0, 0, golden.getWidth(), golden.getHeight(), null, 0, golden.getWidth());
        int[] shown = picture.getRGB(0, 0, width, height, null, 0, width);
        BufferedImage marked = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean differs = !sameSize || differs(expected, shown, x, y, width, height);
                marked.setRGB(x, y, differs ? 0xff0000 : 0x808080 + (shown[y * width + x] >> 2 & 0x3f3f3f));
            }
        }
        return marked;
    }
}
