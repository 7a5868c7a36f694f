package hyperlab.convolution;

import hyperlab.image.GreyImage;
import hyperlab.image.ImageShape;
import java.util.Arrays;

/**
 * An image as a kernel sees it: one channel of numbers from 0 to 1.
 *
 * @param height pixels, ≥ 1
 * @param width pixels, ≥ 1
 * @param pixels row by row; immutable by agreement
 * @param ink whether 1 is ink on paper, as in digits and drawings; otherwise 1 is white light
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

    /** One channel of these sides. */
    public ImageShape shape() {
        return new ImageShape(1, height, width);
    }

    /** The same image so many pixels to the right and down; what comes in is 0, what leaves is lost. */
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
     * The same image in other sides, as means over what each pixel covers, and as ink: light is turned round, for a
     * network that learned ink on paper.
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
