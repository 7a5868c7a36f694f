package hyperlab.chart.style;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

/** A vertical line at the current position, with a label at its top or, if a curve is there, below. Hidden at first. */
public final class PlayHead extends StyledAnnotation {
    private static final double GAP = 6;
    /** Vertical center and bottom of the label, as multiples of the font size. */
    private static final double LABEL_CENTER = 0.7;

    private static final double LABEL_BOTTOM = 1.4;

    private double x = Double.NaN;
    private String text = "";
    private @Nullable XYDataset curves;
    private boolean labelHidden;
    private boolean shown = true;

    @Override
    public List<String> words() {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /** Moves the play head to {@code newX}, with a label such as "epoch 37". */
    public void show(double newX, String newText) {
        x = newX;
        text = newText;
        fireAnnotationChanged();
    }

    /** Sets the curves that the label is not to cover where there is room elsewhere. */
    public void keepOff(XYDataset newCurves) {
        curves = newCurves;
        fireAnnotationChanged();
    }

    /** Sets whether the label is hidden on a screen, because the pointer's box replaces it. */
    public void setLabelHidden(boolean newQuiet) {
        labelHidden = newQuiet;
        fireAnnotationChanged();
    }

    public void hide() {
        show(Double.NaN, "");
    }

    /** Sets whether the play head is drawn where it is; a figure may leave it out. */
    public void setShown(boolean newShown) {
        shown = newShown;
        fireAnnotationChanged();
    }

    /** Returns the position; NaN while hidden. */
    public double position() {
        return x;
    }

    /** Returns the label; empty for none. */
    public String label() {
        return text;
    }

    /** Returns the bounds of the label; null if there is none. */
    public @Nullable Rectangle2D labelBounds(Rectangle2D area, PixelTransform pixels) {
        double pixelX = pixels.x(x);
        if (!shown || text.isEmpty() || !isWithin(pixelX, area)) {
            return null;
        }
        double width = TextPainter.width(text, style().labelFont());
        double height = LABEL_BOTTOM * style().labelFont().getSize2D();
        Rectangle2D top = new Rectangle2D.Double(labelLeft(pixelX, width, area), area.getMinY(), width, height);
        List<Line2D> near = curvesNear(top, pixels);
        Rectangle2D place = new Rectangle2D.Double(top.getX(), top.getY(), width, height);
        while (near.stream().anyMatch(place::intersectsLine)) {
            place.setRect(top.getX(), place.getMaxY(), width, height);
            if (place.getMaxY() > area.getMaxY()) {
                return top;
            }
        }
        return place;
    }

    /**
     * The parts of the curves that are as far to the right as a place, at any height; a single point is a line, too.
     */
    private List<Line2D> curvesNear(Rectangle2D place, PixelTransform pixels) {
        List<Line2D> near = new ArrayList<>();
        for (int series = 0; curves != null && series < curves.getSeriesCount(); series++) {
            double beforeX = Double.NaN;
            double beforeY = Double.NaN;
            for (int item = 0; item < curves.getItemCount(series); item++) {
                double pixelX = pixels.x(curves.getXValue(series, item));
                double pixelY = pixels.y(curves.getYValue(series, item));
                boolean continues = Double.isFinite(beforeX + beforeY);
                double fromX = continues ? beforeX : pixelX;
                double fromY = continues ? beforeY : pixelY;
                if (Double.isFinite(pixelX + pixelY)
                        && Math.max(fromX, pixelX) >= place.getMinX()
                        && Math.min(fromX, pixelX) <= place.getMaxX()) {
                    near.add(new Line2D.Double(fromX, fromY, pixelX, pixelY));
                }
                beforeX = pixelX;
                beforeY = pixelY;
            }
        }
        return near;
    }

    /** Right of the line, or left of it; over it if there is room on neither side. */
    private double labelLeft(double pixelX, double width, Rectangle2D area) {
        double gap = GAP * style().scale();
        if (pixelX + gap + width <= area.getMaxX()) {
            return pixelX + gap;
        }
        double left = pixelX - gap - width;
        return left >= area.getMinX()
                ? left
                : Math.max(area.getMinX(), Math.min(area.getMaxX() - width, pixelX - width / 2));
    }

    private static boolean isWithin(double pixelX, Rectangle2D area) {
        return pixelX >= area.getMinX() - 0.5 && pixelX <= area.getMaxX() + 0.5;
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels) {
        double pixelX = pixels.x(x);
        if (!shown || !isWithin(pixelX, area)) {
            return;
        }
        Color color = style().theme().text();
        double scale = style().scale();
        Rectangle2D words = labelBounds(area, pixels);
        drawWithWiderClip(g2, area, 2, () -> {
            g2.setColor(color);
            g2.setStroke(new BasicStroke((float) (1.5 * scale)));
            g2.draw(new Line2D.Double(pixelX, area.getMinY(), pixelX, area.getMaxY()));
            if (words != null && !(labelHidden && ChartRenderingHint.reusesCache(g2))) {
                double y = words.getMinY() + style().labelFont().getSize2D() * LABEL_CENTER;
                TextPainter.drawWithHalo(g2, text, style().labelFont(), color, words.getMinX(), y, style());
            }
        });
    }
}
