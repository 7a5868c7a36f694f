package hyperlab.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/** A vertical line at the current position, with a label at its top. Hidden at first. */
public final class PlayHead extends Annotation {
    private static final double GAP = 6;
    /** Vertical center and bottom of the label, as multiples of the font size. */
    private static final double MIDDLE = 0.7;

    private static final double FOOT = 1.4;

    private double x = Double.NaN;
    private String text = "";
    private boolean quiet;

    private PlayHead() {}

    /** Adds a hidden play head to a chart. */
    public static PlayHead on(JFreeChart chart, ChartStyle style) {
        PlayHead added = new PlayHead();
        added.style(style);
        chart.getXYPlot().addAnnotation(added);
        return added;
    }

    /** Moves the play head to {@code newX}, with a label such as "epoch 37". */
    public void show(double newX, String newText) {
        x = newX;
        text = newText;
        fireAnnotationChanged();
    }

    /** Sets whether the label is hidden on a screen, because the pointer's box replaces it. */
    void quiet(boolean newQuiet) {
        quiet = newQuiet;
        fireAnnotationChanged();
    }

    public void hide() {
        show(Double.NaN, "");
    }

    /** Returns the bounds of the label; null if there is none. */
    @Nullable
    Rectangle2D words(Rectangle2D area, Pixels pixels) {
        double at = pixels.x(x);
        if (text.isEmpty() || !isWithin(at, area)) {
            return null;
        }
        double width = Lettering.width(text, style().labelFont());
        double gap = GAP * style().scale();
        boolean left = at + gap + width > area.getMaxX();
        double height = FOOT * style().labelFont().getSize2D();
        return new Rectangle2D.Double(left ? at - gap - width : at + gap, area.getMinY(), width, height);
    }

    private static boolean isWithin(double at, Rectangle2D area) {
        return at >= area.getMinX() - 0.5 && at <= area.getMaxX() + 0.5;
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D area, Pixels pixels) {
        double at = pixels.x(x);
        if (!isWithin(at, area)) {
            return;
        }
        Color color = style().theme().text();
        double scale = style().scale();
        Rectangle2D words = words(area, pixels);
        beyond(g2, area, 2, () -> {
            g2.setColor(color);
            g2.setStroke(new BasicStroke((float) (1.5 * scale)));
            g2.draw(new Line2D.Double(at, area.getMinY(), at, area.getMaxY()));
            if (words != null && !(quiet && Drawn.isAgain(g2))) {
                double y = words.getMinY() + style().labelFont().getSize2D() * MIDDLE;
                Lettering.writeWithHalo(g2, text, style().labelFont(), color, words.getMinX(), y, style());
            }
        });
    }
}
