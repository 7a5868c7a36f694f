package hyperlab.convolution;

import hyperlab.image.GreyImage;
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
public record LabImage(int height, int width, double[] pixels, boolean ink) {
    private static final double LEVELS = 255;

    public LabImage {
        if (pixels.length != (long) height * width) {
            throw new IllegalArgumentException(pixels.length + " pixels for " + height + " × " + width);
        }
    }

    static LabImage of(GreyImage grey) {
        double[] light = grey.pixels().clone();
        for (int i = 0; i < light.length; i++) {
            light[i] /= LEVELS;
        }
        return new LabImage(grey.height(), grey.width(), light, false);
    }

    /** One channel of this height and width. */
    public ImageShape shape() {
        return new ImageShape(1, height, width);
    }

    /**
     * Returns this image shifted to the right and down by the given number of pixels. Uncovered pixels become 0; pixels
     * that leave the image are lost.
     */
    public LabImage shifted(int right, int down) {
        double[] moved = new double[pixels.length];
        for (int y = Math.max(0, down); y < Math.min(height, height + down); y++) {
            for (int x = Math.max(0, right); x < Math.min(width, width + right); x++) {
                moved[y * width + x] = pixels[(y - down) * width + x - right];
            }
        }
        return new LabImage(height, width, moved, ink);
    }

    /**
     * Returns this image resized by area-weighted means, with ink as 1. An image with white as 1 is inverted, because
     * the networks are trained on ink.
     */
    public LabImage asInk(int newHeight, int newWidth) {
        double[] scaled = height == newHeight && width == newWidth
                ? pixels.clone()
                : new GreyImage(height, width, pixels)
                        .scaledTo(newHeight, newWidth)
                        .pixels();
        if (!ink) {
            Arrays.setAll(scaled, i -> 1 - scaled[i]);
        }
        return new LabImage(newHeight, newWidth, scaled, true);
    }
}
