package hyperlab.convolution;

import hyperlab.image.GrayImage;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.Arrays;
import java.util.Base64;

/**
 * The user's own image with 256 levels per pixel, stored in full so that a document does not depend on another file.
 *
 * @param name of the original file; empty if the image was drawn or pasted
 * @param height in pixels, 1 … {@value #MAX_SIDE}
 * @param width in pixels, 1 … {@value #MAX_SIDE}
 * @param levels one byte per pixel, 0 … 255, in row-major order, encoded as Base64
 * @param ink whether 255 means ink on paper, as in a drawing; otherwise 255 means white
 */
public record UserImage(String name, int height, int width, String levels, boolean ink) {
    /** Larger images are scaled down to this side. */
    public static final int MAX_SIDE = 256;
    /** The side of a new drawing, equal to that of MNIST's digits. */
    public static final int DRAWING_SIDE = 28;

    private static final int MAX_LEVEL = 255;

    public UserImage {
        Checks.wholeWithin("height", height, 1, MAX_SIDE);
        Checks.wholeWithin("width", width, 1, MAX_SIDE);
        if (decode(levels).length != height * width) {
            throw new InvalidInputException("levels", Rule.IMAGE_BYTES, height * width, decode(levels).length);
        }
    }

    private static byte[] decode(String levels) {
        try {
            return Base64.getDecoder().decode(levels);
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidInputException("levels", Rule.BASE_64).withCause(notBase64);
        }
    }

    /** Converts an image. If a side is longer than {@value #MAX_SIDE}, the image is scaled down proportionally. */
    public static UserImage of(String name, GrayImage picture) {
        double longest = Math.max(picture.height(), picture.width());
        GrayImage resized = longest <= MAX_SIDE
                ? picture
                : picture.resized((int) Math.max(1, Math.round(picture.height() * MAX_SIDE / longest)), (int)
                        Math.max(1, Math.round(picture.width() * MAX_SIDE / longest)));
        byte[] bytes = new byte[resized.pixels().length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(Math.max(0, Math.min(MAX_LEVEL, resized.pixels()[i])));
        }
        return new UserImage(name, resized.height(), resized.width(), encode(bytes), false);
    }

    /** A blank drawing. */
    public static UserImage blankDrawing() {
        return new UserImage("", DRAWING_SIDE, DRAWING_SIDE, encode(new byte[DRAWING_SIDE * DRAWING_SIDE]), true);
    }

    /** Converts an image to an editable one of the same size. */
    public static UserImage editableCopyOf(InputImage image) {
        byte[] bytes = new byte[image.pixels().length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(MAX_LEVEL * image.pixels()[i]);
        }
        return new UserImage("", image.height(), image.width(), encode(bytes), image.ink());
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public InputImage image() {
        byte[] bytes = decode(levels);
        double[] pixels = new double[bytes.length];
        Arrays.setAll(pixels, i -> (bytes[i] & MAX_LEVEL) / (double) MAX_LEVEL);
        return new InputImage(height, width, pixels, ink);
    }

    /**
     * Paints with a soft brush: full ink at the cell, and half at its four neighbors. Erasing clears the cell and its
     * four neighbors.
     */
    public UserImage painted(int row, int column, boolean erase) {
        byte[] bytes = decode(levels);
        for (int[] step : new int[][] {{0, 0}, {-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
            int y = row + step[0];
            int x = column + step[1];
            if (y >= 0 && y < height && x >= 0 && x < width) {
                int strength = step[0] == 0 && step[1] == 0 ? MAX_LEVEL : (MAX_LEVEL + 1) / 2;
                int before = bytes[y * width + x] & MAX_LEVEL;
                bytes[y * width + x] = (byte) (erase ? 0 : Math.max(before, strength));
            }
        }
        return new UserImage(name, height, width, encode(bytes), ink);
    }
}
