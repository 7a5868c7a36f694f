package hyperlab.convolution;

import hyperlab.image.GrayImage;
import hyperlab.image.ImageShape;
import java.util.Arrays;

/**
 * A single-channel image with values from 0 to 1, as the input of a convolution.
 *
 * @param height in pixels, ≥ 1
 * @param width in pixels, ≥ 1
 * @param pixels in row-major order; not copied, must not be modified
 * @param ink whether 1 means ink on paper, as in digits and drawings; otherwise 1 means white
 */
public record InputImage(int height, int width, double[] pixels, boolean ink) {
    private static final double LEVELS = 255;

    public InputImage {
        if (pixels.length != (long) height * width) {
            throw new IllegalArgumentException(pixels.length + " pixels for " + height + " × " + width);
        }
    }

    static InputImage of(GrayImage gray) {
        double[] light = gray.pixels().clone();
        for (int i = 0; i < light.length; i++) {
            light[i] /= LEVELS;
        }
        return new InputImage(gray.height(), gray.width(), light, false);
    }

    /** One channel of this height and width. */
    public ImageShape shape() {
        return new ImageShape(1, height, width);
    }

    /**
     * Returns this image shifted to the right and down by the given number of pixels. Uncovered pixels become 0; pixels
     * that leave the image are lost.
     */
    public InputImage shifted(int right, int down) {
        double[] shifted = new double[pixels.length];
        for (int y = Math.max(0, down); y < Math.min(height, height + down); y++) {
            for (int x = Math.max(0, right); x < Math.min(width, width + right); x++) {
                shifted[y * width + x] = pixels[(y - down) * width + x - right];
            }
        }
        return new InputImage(height, width, shifted, ink);
    }

    /**
     * Returns this image resized by area-weighted means, with ink as 1. An image with white as 1 is inverted, because
     * the networks are trained on ink.
     */
    public InputImage asInk(int newHeight, int newWidth) {
        double[] scaled = height == newHeight && width == newWidth
                ? pixels.clone()
                : new GrayImage(height, width, pixels)
                        .resized(newHeight, newWidth)
                        .pixels();
        if (!ink) {
            Arrays.setAll(scaled, i -> 1 - scaled[i]);
        }
        return new InputImage(newHeight, newWidth, scaled, true);
    }
}
