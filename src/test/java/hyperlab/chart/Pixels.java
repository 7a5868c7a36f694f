package hyperlab.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** Counts and compares the pixels of images. */
public final class Pixels {
    private Pixels() {}

    /** The number of pixels of a color, whatever their opacity. */
    public static int count(BufferedImage image, Color color) {
        int found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                found += (image.getRGB(x, y) & 0xffffff) == (color.getRGB() & 0xffffff) ? 1 : 0;
            }
        }
        return found;
    }

    /** The largest difference of any channel between two images of the same size. */
    public static int largestDifference(BufferedImage one, BufferedImage other) {
        int largest = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                largest = Math.max(largest, channelDifference(one.getRGB(x, y), other.getRGB(x, y)));
            }
        }
        return largest;
    }

    /** The largest difference of red, green or blue between two colors, of 256 levels. */
    static int channelDifference(int one, int other) {
        int farthest = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            farthest = Math.max(farthest, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return farthest;
    }
}
