package hyperlab.export;

import hyperlab.chart.ChartFonts;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.SafeFile;
import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * A chart as a PNG that carries what made it. The chart keeps its size in logical pixels; {@code scale} says how many
 * real ones each side of a logical pixel has, so letters and lines grow sharp, not thin.
 */
public final class PngFigure {
    public static final int LARGEST_SCALE = 4;
    /** The longest side in logical pixels. */
    public static final int LONGEST_SIDE = 4_000;

    private static final double CAPTION_FONT = 12;
    private static final int LINE = 18;
    private static final int PADDING = 12;

    private PngFigure() {}

    /**
     * Writes a figure, as a whole or not at all.
     *
     * @throws Refusal if the file cannot be written
     */
    public static void write(
            Path path,
            JFreeChart chart,
            int width,
            int height,
            int scale,
            Document document,
            @Nullable Caption caption) {
        write(path, image(chart, width, height, scale, caption), scale, document);
    }

    /** Writes a figure without a caption. */
    public static void write(Path path, JFreeChart chart, int width, int height, int scale, Document document) {
        write(path, chart, width, height, scale, document, null);
    }

    /** Writes a picture made by {@link #image} with what made it. */
    public static void write(Path path, BufferedImage image, int scale, Document document) {
        SafeFile.write(path, CarriedDocument.png(image, scale, Documents.write(document)));
    }

    /** The chart as a picture without a caption. */
    public static BufferedImage image(JFreeChart chart, int width, int height, int scale) {
        return image(chart, width, height, scale, null);
    }

    /**
     * The chart as an opaque picture, in the theme that it wears.
     *
     * @param width 1 … {@value #LONGEST_SIDE} logical pixels
     * @param height of the chart alone, likewise; a caption adds to it
     * @param scale 1 … {@value #LARGEST_SCALE}
     */
    public static BufferedImage image(JFreeChart chart, int width, int height, int scale, @Nullable Caption caption) {
        Rules.wholeWithin("width", width, 1, LONGEST_SIDE);
        Rules.wholeWithin("height", height, 1, LONGEST_SIDE);
        Rules.wholeWithin("scale", scale, 1, LARGEST_SCALE);
        List<String> lines = caption == null ? List.of() : lines(caption.text(), width - 2 * PADDING);
        int below = lines.isEmpty() ? 0 : lines.size() * LINE + 2 * PADDING;
        BufferedImage image = new BufferedImage(width * scale, (height + below) * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.scale(scale, scale);
        if (caption != null) {
            g2.setColor(caption.theme().background());
            g2.fillRect(0, 0, width, height + below);
        }
        chart.draw(g2, new Rectangle2D.Double(0, 0, width, height));
        if (caption != null) {
            g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g2.setColor(caption.theme().muted());
            for (int i = 0; i < lines.size(); i++) {
                g2.setFont(ChartFonts.fitting(ChartFonts.regular(CAPTION_FONT), lines.get(i)));
                g2.drawString(lines.get(i), PADDING, height + PADDING + i * LINE + LINE * 2 / 3);
            }
        }
        g2.dispose();
        return image;
    }

    /** Broken at spaces; a word too long for a line is broken where the line ends. */
    static List<String> lines(String text, int width) {
        FontRenderContext context = new FontRenderContext(null, true, true);
        Font font = ChartFonts.fitting(ChartFonts.regular(CAPTION_FONT), text);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringBounds(longer, context).getWidth() > width) {
                lines.add(line.toString());
                longer = word;
            }
            line.setLength(0);
            line.append(longer);
            while (line.length() > 1
                    && font.getStringBounds(line.toString(), context).getWidth() > width) {
                int fits = fitting(line.toString(), font, context, width);
                lines.add(line.substring(0, fits));
                line.delete(0, fits);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static int fitting(String word, Font font, FontRenderContext context, int width) {
        int fits = 1;
        while (fits + 1 < word.length()
                && font.getStringBounds(word.substring(0, fits + 1), context).getWidth() <= width) {
            fits++;
        }
        return fits;
    }
}
