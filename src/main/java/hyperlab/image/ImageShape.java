package hyperlab.image;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;

/**
 * How a row of numbers forms an image: channel by channel, each channel in row-major order from the top left.
 *
 * @param channels ≥ 1; 1 for gray, 3 for red, green and blue
 * @param height in pixels, ≥ 1
 * @param width in pixels, ≥ 1
 */
public record ImageShape(int channels, int height, int width) {
    public ImageShape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new InvalidInputException(
                    "image", Rule.IMAGE_SIDES_POSITIVE, "[" + channels + ", " + height + ", " + width + "]");
        }
    }

    /**
     * How many numbers one image has. The product is computed as a {@code long}, so that it may exceed the range of an
     * int.
     */
    public long size() {
        return (long) channels * height * width;
    }

    @Override
    public String toString() {
        return channels + " × " + height + " × " + width;
    }
}
