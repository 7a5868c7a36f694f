package hyperlab.convolution;

import hyperlab.image.GreyImage;
import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;
import java.util.Arrays;
import java.util.Base64;

/**
 * An image of one's own, held whole so that a document needs no other file: 256 levels a pixel.
 *
 * @param name what the file was called; empty for one that was drawn or pasted
 * @param height pixels, 1 … {@value #MOST_SIDE}
 * @param width pixels, 1 … {@value #MOST_SIDE}
 * @param levels a byte a pixel, 0 … 255, row by row, in base 64
 * @param ink whether 255 is ink on paper, as in a drawing; otherwise it is white light
 */
public record OwnImage(String name, int height, int width, String levels, boolean ink) {
    /** Larger ones are scaled down to it. */
    public static final int MOST_SIDE = 256;
    /** Sides of a drawing: as many as MNIST's digits have. */
    public static final int DRAWING = 28;

    private static final int LARGEST = 255;

    public OwnImage {
        Rules.wholeWithin("height", height, 1, MOST_SIDE);
        Rules.wholeWithin("width", width, 1, MOST_SIDE);
        if (decoded(levels).length != height * width) {
            throw new Refusal("levels", height * width + " bytes in base 64", decoded(levels).length + " bytes");
        }
    }

    private static byte[] decoded(String levels) {
        try {
            return Base64.getDecoder().decode(levels);
        } catch (IllegalArgumentException notBase64) {
            Refusal refusal = new Refusal("levels", "must be bytes in base 64, got something else");
            refusal.initCause(notBase64);
            throw refusal;
        }
    }

    /** A picture, scaled down where a side is longer than {@value #MOST_SIDE}, its sides in proportion. */
    public static OwnImage of(String name, GreyImage picture) {
        double longest = Math.max(picture.height(), picture.width());
        GreyImage fitting = longest <= MOST_SIDE
                ? picture
                : picture.scaledTo((int) Math.max(1, Math.round(picture.height() * MOST_SIDE / longest)), (int)
                        Math.max(1, Math.round(picture.width() * MOST_SIDE / longest)));
        byte[] bytes = new byte[fitting.pixels().length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(Math.max(0, Math.min(LARGEST, fitting.pixels()[i])));
        }
        return new OwnImage(name, fitting.height(), fitting.width(), encoded(bytes), false);
    }

    /** Empty paper to draw on. */
    public static OwnImage paper() {
        return new OwnImage("", DRAWING, DRAWING, encoded(new byte[DRAWING * DRAWING]), true);
    }

    /** An image as ink to be drawn on, in its own sides. */
    public static OwnImage drawingOf(LabImage image) {
        byte[] bytes = new byte[image.pixels().length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(LARGEST * image.pixels()[i]);
        }
        return new OwnImage("", image.height(), image.width(), encoded(bytes), image.ink());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public LabImage image() {
        byte[] bytes = decoded(levels);
        double[] pixels = new double[bytes.length];
        Arrays.setAll(pixels, i -> (bytes[i] & LARGEST) / (double) LARGEST);
        return new LabImage(height, width, pixels, ink);
    }

    /**
     * The same with a dab of a soft brush: full at the cell, half at the four beside it; rubbing out takes the cell and
     * those beside it back to paper.
     */
    public OwnImage dabbed(int row, int column, boolean rubOut) {
        byte[] bytes = decoded(levels);
        for (int[] step : new int[][] {{0, 0}, {-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
            int y = row + step[0];
            int x = column + step[1];
            if (y >= 0 && y < height && x >= 0 && x < width) {
                int strength = step[0] == 0 && step[1] == 0 ? LARGEST : (LARGEST + 1) / 2;
                int before = bytes[y * width + x] & LARGEST;
                bytes[y * width + x] = (byte) (rubOut ? 0 : Math.max(before, strength));
            }
        }
        return new OwnImage(name, height, width, encoded(bytes), ink);
    }
}
