package hyperlab.export;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.batik.ext.awt.g2d.AbstractGraphics2D;
import org.apache.batik.ext.awt.g2d.GraphicContext;
import org.jspecify.annotations.Nullable;

/** Finds the size of the smallest text of a figure by drawing the figure onto a surface that only notes font sizes. */
public final class SmallestText extends AbstractGraphics2D {
    private final AtomicReference<Double> smallest;
    private final FontMetricsSource metrics;

    /** Measures text; a surface without pixels cannot. */
    private static final class FontMetricsSource {
        private final Graphics2D g2 = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    }

    private SmallestText() {
        super(false);
        smallest = new AtomicReference<>(Double.POSITIVE_INFINITY);
        metrics = new FontMetricsSource();
        gc = new GraphicContext();
    }

    private SmallestText(SmallestText parent) {
        super(parent);
        smallest = parent.smallest;
        metrics = parent.metrics;
    }

    /** The size of a figure's smallest text in logical pixels; infinite if it has no text. */
    public static double of(Figure figure) {
        SmallestText g2 = new SmallestText();
        VectorRendering.setRenderingHints(g2);
        figure.draw(g2);
        g2.metrics.g2.dispose();
        return Objects.requireNonNull(g2.smallest.get());
    }

    private void note(String text, double size) {
        if (!text.isBlank()) {
            AffineTransform transform = getTransform();
            double scaled = size * Math.sqrt(Math.abs(transform.getDeterminant()));
            smallest.accumulateAndGet(scaled, Math::min);
        }
    }

    @Override
    public Graphics create() {
        return new SmallestText(this);
    }

    @Override
    public void drawString(String text, float x, float y) {
        note(text, getFont().getSize2D());
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        Object size = text.getAttribute(TextAttribute.SIZE);
        Object font = text.getAttribute(TextAttribute.FONT);
        double given = size instanceof Number number
                ? number.doubleValue()
                : font instanceof Font own ? own.getSize2D() : getFont().getSize2D();
        note("text", given);
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        if (glyphs.getNumGlyphs() > 0) {
            note("glyphs", glyphs.getFont().getSize2D());
        }
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return metrics.g2.getFontMetrics(font);
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return metrics.g2.getDeviceConfiguration();
    }

    @Override
    public void draw(Shape shape) {}

    @Override
    public void fill(Shape shape) {}

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform transform) {}

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform transform) {}

    @Override
    public boolean drawImage(Image image, int x, int y, @Nullable ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, @Nullable ImageObserver observer) {
        return true;
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {}

    @Override
    public void setXORMode(java.awt.Color color) {}

    @Override
    public void dispose() {}
}
