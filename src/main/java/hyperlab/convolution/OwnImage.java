package hyperlab.convolution;

import hyperlab.image.GreyImage;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Checks;
import java.util.Arrays;
import java.util.Base64;

/**
 * The user's own image with 256 levels per pixel, stored in full so that a document does not depend on another file.
 *
 * @param name of the original file; empty if the image was drawn or pasted
 * @param height in pixels, 1 … {@value #MOST_SIDE}
 * @param width in pixels, 1 … {@value #MOST_SIDE}
 * @param levels one byte per pixel, 0 … 255, in row-major order, encoded as Base64
 * @param ink whether 255 means ink on paper, as in a drawing; otherwise 255 means white
 */
public record OwnImage(String name, int height, int width, String levels, boolean ink) {
    /** Larger images are scaled down to this side. */
    public static final int MOST_SIDE = 256;
    /** The side of a new drawing, equal to that of MNIST's digits. */
    public static final int DRAWING = 28;

    private static final int LARGEST = 255;

    public OwnImage {
        Checks.wholeWithin("height", height, 1, MOST_SIDE);
        Checks.wholeWithin("width", width, 1, MOST_SIDE);
        if (decoded(levels).length != height * width) {
            throw new InvalidInputException("levels", height * width + " bytes in base 64", decoded(levels).length + " bytes");
        }
    }

    private static byte[] decoded(String levels) {
        try {
            return Base64.getDecoder().decode(levels);
        } catch (IllegalArgumentException notBase64) {
            InvalidInputException refusal = new InvalidInputException("levels", "must be bytes in base 64, got something else");
            refusal.initCause(notBase64);
            throw refusal;
        }
    }

    /** Converts an image. If a side is longer than {@value #MOST_SIDE}, the image is scaled down proportionally. */
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

    /** A blank drawing. */
    public static OwnImage paper() {
        return new OwnImage("", DRAWING, DRAWING, encoded(new byte[DRAWING * DRAWING]), true);
    }

    /** Converts an image to an editable one of the same size. */
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
     * Paints with a soft brush: full ink at the cell, and half at its four neighbors. Erasing clears the cell and its
     * four neighbors.
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
