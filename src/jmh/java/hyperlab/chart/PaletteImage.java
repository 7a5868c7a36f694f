package hyperlab.chart;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;

/** Writes charts of the README as small PNG files, with a palette of their own colors. */
final class PaletteImage {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int SCALE = 2;
    /** Size of the palette: enough for a chart's few colors and their antialiased edges. */
    private static final int COLORS = 255;

    private PaletteImage() {}

    /** Writes the chart with at most 255 of its own colors. */
    static void write(JFreeChart chart, Path file) throws IOException {
        ImageIO.write(toPalette(chart), "png", file.toFile());
    }

    private static BufferedImage toPalette(JFreeChart chart) {
        BufferedImage image = new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.scale(SCALE, SCALE);
        chart.draw(g2, new Rectangle(WIDTH, HEIGHT));
        g2.dispose();
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        int[] mostFrequent = Arrays.stream(pixels)
                .boxed()
                .collect(Collectors.groupingBy(p -> p, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
                .limit(COLORS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        IndexColorModel palette =
                new IndexColorModel(8, mostFrequent.length, mostFrequent, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage indexed =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, palette);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            int index = nearest.computeIfAbsent(pixels[i], pixel -> nearest(mostFrequent, pixel));
            indexed.getRaster().setSample(i % image.getWidth(), i / image.getWidth(), 0, index);
        }
        return indexed;
    }

    private static int nearest(int[] colors, int pixel) {
        int best = 0;
        int smallest = Integer.MAX_VALUE;
        for (int i = 0; i < colors.length; i++) {
            int distance = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int difference = (colors[i] >> shift & 255) - (pixel >> shift & 255);
                distance += difference * difference;
            }
            if (distance < smallest) {
                smallest = distance;
                best = i;
            }
        }
        return best;
    }
}
