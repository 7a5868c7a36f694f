package hyperlab.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;

/**
 * Compares a chart with its reference image in {@code src/test/resources/hyperlab/chart/golden}. The fonts are bundled
 * with the program, so images are the same on all machines except for small differences in antialiasing: a few pixels
 * may differ by more than the tolerance. If an image differs, the new one is written to {@code target/golden}; after
 * checking that it is correct, copy it over the old one.
 */
public final class GoldenPicture {
    private static final Path DRAWN = Path.of("target", "golden");
    /** Tolerance, of 256 levels per channel. */
    private static final int A_LITTLE = 40;

    private static final double A_FEW = 5e-4;

    private GoldenPicture() {}

    /**
     * Draws the chart with {@code width × height} pixels and asserts that it matches the reference image, as on a page
     * and as on a screen.
     */
    public static void assertLooksAs(String name, JFreeChart chart, int width, int height) {
        assertLooksAs(name, draw(chart, width, height));
        assertLooksOnScreenAs(name, chart, width, height);
    }

    /** Same as above, for a chart that shows more on a screen than on a page. */
    static void assertLooksOnScreenAs(String name, JFreeChart chart, int width, int height) {
        assertLooksAs(name, drawAgain(chart, width, height));
    }

    private static void assertLooksAs(String name, BufferedImage drawn) {
        try (InputStream in = GoldenPicture.class.getResourceAsStream("golden/" + name + ".png")) {
            BufferedImage golden = in == null ? null : ImageIO.read(in);
            if (golden == null || differing(golden, drawn) > A_FEW) {
                Files.createDirectories(DRAWN);
                ImageIO.write(drawn, "png", DRAWN.resolve(name + ".png").toFile());
            }
            assertTrue(golden != null, name + " has no golden picture; what was drawn is in " + DRAWN);
            assertEquals(0, differing(golden, drawn), A_FEW, name + ": see " + DRAWN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage draw(JFreeChart chart, int width, int height) {
        return draw(chart, width, height, false);
    }

    /** Draws the chart twice, as on a screen, so that the second drawing uses the caches of the first. */
    static BufferedImage drawAgain(JFreeChart chart, int width, int height) {
        draw(chart, width, height, true);
        return draw(chart, width, height, true);
    }

    private static BufferedImage draw(JFreeChart chart, int width, int height, boolean again) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.setRenderingHint(Drawn.AGAIN, again);
        chart.draw(g2, new Rectangle2D.Double(0, 0, width, height));
        g2.dispose();
        return image;
    }

    /** Returns the share of pixels that differ by more than the tolerance; 1 for images of different sizes. */
    private static double differing(BufferedImage golden, BufferedImage drawn) {
        if (golden.getWidth() != drawn.getWidth() || golden.getHeight() != drawn.getHeight()) {
            return 1;
        }
        int found = 0;
        for (int y = 0; y < golden.getHeight(); y++) {
            for (int x = 0; x < golden.getWidth(); x++) {
                found += farthest(golden.getRGB(x, y), drawn.getRGB(x, y)) > A_LITTLE ? 1 : 0;
            }
        }
        return (double) found / (golden.getWidth() * golden.getHeight());
    }

    private static int farthest(int one, int other) {
        int farthest = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            farthest = Math.max(farthest, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return farthest;
    }
}
