package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PictureDifferenceTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    @Test
    void findsWhatDiffers() {
        BufferedImage golden = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        assertNull(new PictureDifference(golden, picture).fault());
        // A word of 40 × 12 pixels is gone.
        for (int x = 600; x < 640; x++) {
            for (int y = 400; y < 412; y++) {
                golden.setRGB(x, y, x % 2 == 0 ? 0xffffff : 0);
            }
        }
        PictureDifference difference = new PictureDifference(golden, picture);
        assertTrue(Objects.requireNonNull(difference.fault()).contains("600"), difference.fault());
        assertEquals(new Rectangle(600, 400, 39, 12), difference.bounds());
        // The same word is a pixel lower.
        picture.setRGB(600, 401, 40, 12, golden.getRGB(600, 400, 40, 12, null, 0, 40), 0, 40);
        assertNull(new PictureDifference(golden, picture).fault());
        // And a pixel to the right, where each of its columns was of the other color.
        picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(601, 400, 40, 12, golden.getRGB(600, 400, 40, 12, null, 0, 40), 0, 40);
        assertNull(new PictureDifference(golden, picture).fault());
        BufferedImage other = new BufferedImage(WIDTH, HEIGHT - 1, BufferedImage.TYPE_INT_RGB);
        assertTrue(Objects.requireNonNull(new PictureDifference(golden, other).fault())
                .contains("size"));
    }
}
