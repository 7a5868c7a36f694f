package hyperlab.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.style.ChartRenderingHint;
import hyperlab.chart.style.ChartTheme;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;

/**
 * Compares a chart with its reference image in {@code src/test/resources/hyperlab/chart/golden}. The fonts are bundled
 * with the program, so images are the same on all machines except for small differences in antialiasing: a few pixels
 * may differ by more than the tolerance. If an image differs, the new one is written to {@code target/golden}; after
 * checking that it is correct, copy it over the old one.
 */
public final class GoldenImage {
    private static final Path OUTPUT_FOLDER = Path.of("target", "golden");
    /** Tolerance, of 256 levels per channel. */
    private static final int CHANNEL_TOLERANCE = 40;

    private static final double MAX_DIFFERING_SHARE = 5e-4;

    private GoldenImage() {}

    /**
     * Draws the chart with {@code width × height} pixels and asserts that it matches the reference image, as on a page
     * and as on a screen.
     */
    public static void assertMatchesReference(String name, JFreeChart chart, int width, int height) {
        assertMatchesReference(name, draw(chart, width, height));
        assertMatchesReferenceOnScreen(name, chart, width, height);
    }

    /** The same for a chart in a theme, whose name is the end of the image's name. */
    public static void assertMatchesReference(String name, ChartTheme theme, JFreeChart chart, int width, int height) {
        assertMatchesReference(name + "-" + theme.name().toLowerCase(Locale.ROOT), chart, width, height);
    }

    /** Same as above, for a chart that shows more on a screen than on a page. */
    public static void assertMatchesReferenceOnScreen(String name, JFreeChart chart, int width, int height) {
        assertMatchesReference(name, drawOnScreen(chart, width, height));
    }

    /** Asserts that an image matches the reference image. */
    public static void assertMatchesReference(String name, BufferedImage drawn) {
        try (InputStream in = GoldenImage.class.getResourceAsStream("golden/" + name + ".png")) {
            BufferedImage golden = in == null ? null : ImageIO.read(in);
            if (golden == null || differingShare(golden, drawn) > MAX_DIFFERING_SHARE) {
                Files.createDirectories(OUTPUT_FOLDER);
                ImageIO.write(drawn, "png", OUTPUT_FOLDER.resolve(name + ".png").toFile());
            }
            assertTrue(golden != null, name + " has no golden picture; what was drawn is in " + OUTPUT_FOLDER);
            assertEquals(0, differingShare(golden, drawn), MAX_DIFFERING_SHARE, name + ": see " + OUTPUT_FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BufferedImage draw(JFreeChart chart, int width, int height) {
        return draw(chart, width, height, false);
    }

    /** Draws the chart twice, as on a screen, so that the second drawing uses the caches of the first. */
    public static BufferedImage drawOnScreen(JFreeChart chart, int width, int height) {
        draw(chart, width, height, true);
        return draw(chart, width, height, true);
    }

    private static BufferedImage draw(JFreeChart chart, int width, int height, boolean again) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.setRenderingHint(ChartRenderingHint.REUSE_CACHED, again);
        chart.draw(g2, new Rectangle2D.Double(0, 0, width, height));
        g2.dispose();
        return image;
    }

    /** Returns the share of pixels that differ by more than the tolerance; 1 for images of different sizes. */
    private static double differingShare(BufferedImage golden, BufferedImage drawn) {
        if (golden.getWidth() != drawn.getWidth() || golden.getHeight() != drawn.getHeight()) {
            return 1;
        }
        int found = 0;
        for (int y = 0; y < golden.getHeight(); y++) {
            for (int x = 0; x < golden.getWidth(); x++) {
                found += Pixels.channelDifference(golden.getRGB(x, y), drawn.getRGB(x, y)) > CHANNEL_TOLERANCE ? 1 : 0;
            }
        }
        return (double) found / (golden.getWidth() * golden.getHeight());
    }
}
