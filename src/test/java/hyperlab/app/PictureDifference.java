package hyperlab.app;

import java.awt.Graphics2D;
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
        int[] one = pixels(golden, width, height);
        int[] other = pixels(picture, width, height);
        int columns = (width + PART - 1) / PART;
        int[] inPart = new int[columns * ((height + PART - 1) / PART)];
        int differing = 0;
        boolean same = true;
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int k = y * width + x;
                if (one[k] == other[k]) {
                    continue;
                }
                same = false;
                if (differs(one, other, x, y, width, height)) {
                    differing++;
                    inPart[y / PART * columns + x / PART]++;
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        int worst = 0;
        for (int k = 0; k < inPart.length; k++) {
            worst = inPart[k] > inPart[worst] ? k : worst;
        }
        count = differing;
        bounds = differing == 0 ? null : new Rectangle(left, top, right - left + 1, bottom - top + 1);
        exact = same;
        worstInPart = inPart[worst];
        worstPart = new Rectangle(worst % columns * PART, worst / columns * PART, PART, PART);
    }

    /** The colors row by row. A picture asked for them pixel by pixel takes longer than the comparison. */
    private static int[] pixels(BufferedImage image, int width, int height) {
        BufferedImage copy = image;
        if (image.getType() != BufferedImage.TYPE_INT_RGB) {
            copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D g2 = copy.createGraphics();
            g2.drawImage(image, 0, 0, null);
            g2.dispose();
        }
        return (int[]) copy.getRaster().getDataElements(0, 0, width, height, null);
    }

    /** Whether one of two pixels at the same place has no like in the other picture, at its place or near it. */
    private static boolean differs(int[] one, int[] other, int x, int y, int width, int height) {
        int k = y * width + x;
        return distance(one[k], other[k]) > CHANNEL_TOLERANCE
                && (!hasLike(one[k], other, x, y, width, height) || !hasLike(other[k], one, x, y, width, height));
    }

    private static boolean hasLike(int color, int[] pixels, int x, int y, int width, int height) {
        int firstColumn = Math.max(0, x - NEAR);
        int lastColumn = Math.min(width - 1, x + NEAR);
        int lastRow = Math.min(height - 1, y + NEAR);
        for (int row = Math.max(0, y - NEAR); row <= lastRow; row++) {
            for (int k = row * width + firstColumn; k <= row * width + lastColumn; k++) {
                if (distance(color, pixels[k]) <= CHANNEL_TOLERANCE) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The largest difference of a channel. */
    static int distance(int one, int other) {
        int red = Math.abs((one >> 16 & 0xff) - (other >> 16 & 0xff));
        int green = Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff));
        int blue = Math.abs((one & 0xff) - (other & 0xff));
        return Math.max(red, Math.max(green, blue));
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
        int[] expected = pixels(golden, golden.getWidth(), golden.getHeight());
        int[] shown = pixels(picture, width, height);
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
