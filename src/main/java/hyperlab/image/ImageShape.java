package hyperlab.image;

import hyperlab.rule.Refusal;

/**
 * How a row of numbers forms an image: channel by channel, each row by row from the top left.
 *
 * @param channels ≥ 1; 1 for grey, 3 for red, green and blue
 * @param height pixels, ≥ 1
 * @param width pixels, ≥ 1
 */
public record ImageShape(int channels, int height, int width) {
    public ImageShape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new Refusal(
                    "image",
                    "[channels, height, width], each a whole number ≥ 1",
                    "[" + channels + ", " + height + ", " + width + "]");
        }
    }

    /** How many numbers one image is; more than an int can hold becomes {@link Long}'s. */
    public long numbers() {
        return (long) channels * height * width;
    }

    @Override
    public String toString() {
        return channels + " × " + height + " × " + width;
    }
}
