package hyperlab.chart;

import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.Themed;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.event.TitleChangeEvent;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.Size2D;
import org.jspecify.annotations.Nullable;

/**
 * A row above a map with a color bar.
 *
 * @param <C> what it shows
 */
public abstract class ColorBarTitle<C> extends Title implements Themed {
    private double height;
    private ChartStyle style = ChartStyle.of(ChartTheme.LIGHT);
    private @Nullable C content;

    /** @param height its height in pixels at scale 1 */
    protected ColorBarTitle(double height) {
        this.height = height;
        setPosition(RectangleEdge.TOP);
    }

    /** Sets the height in pixels at scale 1, for the next contents. */
    protected final void setBarHeight(double newHeight) {
        height = newHeight;
    }

    /** Shows other contents. */
    protected final void setContent(C newContent) {
        content = newContent;
        notifyListeners(new TitleChangeEvent(this));
    }

    /** The height in pixels at scale 1 that it needs at this width in pixels. */
    protected double heightFor(double width, C shown) {
        return height;
    }

    /** Draws what it shows. */
    protected abstract void drawContent(Graphics2D g2, Rectangle2D area, C shown);

    /** Draws a color bar from left to right. */
    protected static void drawColors(Graphics2D g2, int[] rgb, Rectangle bar) {
        BufferedImage image = new BufferedImage(rgb.length, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, rgb.length, 1, rgb, 0, rgb.length);
        g2.drawImage(image, bar.x, bar.y, bar.width, bar.height, null);
    }

    protected final ChartStyle style() {
        return style;
    }

    @Override
    public final void style(ChartStyle newStyle) {
        style = newStyle;
    }

    @Override
    public final Size2D arrange(Graphics2D g2, RectangleConstraint constraint) {
        double width = constraint.getWidthRange() == null
                ? constraint.getWidth()
                : constraint.getWidthRange().getUpperBound();
        return new Size2D(width, (content == null ? height : heightFor(width, content)) * style.scale());
    }

    @Override
    public final void draw(Graphics2D g2, Rectangle2D area) {
        draw(g2, area, null);
    }

    @Override
    public final @Nullable Object draw(Graphics2D g2, Rectangle2D area, @Nullable Object params) {
        C shown = content;
        if (shown != null) {
            drawContent(g2, area, shown);
        }
        return null;
    }

    @Override
    public final boolean equals(Object other) {
        return this == other;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(this);
    }
}
