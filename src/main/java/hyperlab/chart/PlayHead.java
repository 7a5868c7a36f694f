package hyperlab.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;

/** The upright line of where things stand now, named at its top. Hidden until told where. */
public final class PlayHead extends Annotation {
    private static final double GAP = 6;

    private double x = Double.NaN;
    private String text = "";

    private PlayHead() {}

    /** A hidden play head on a chart. */
    public static PlayHead on(JFreeChart chart, ChartStyle style) {
        PlayHead added = new PlayHead();
        added.style(style);
        chart.getXYPlot().addAnnotation(added);
        return added;
    }

    /** Stands at {@code newX}: "epoch 37". */
    public void show(double newX, String newText) {
        x = newX;
        text = newText;
        fireAnnotationChanged();
    }

    public void hide() {
        show(Double.NaN, "");
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D area, Pixels pixels) {
        double at = pixels.x(x);
        if (!(at >= area.getMinX() - 0.5 && at <= area.getMaxX() + 0.5)) {
            return;
        }
        Color color = style().theme().text();
        double scale = style().scale();
        double width = Lettering.width(text, style().labelFont());
        boolean left = at + GAP * scale + width > area.getMaxX();
        beyond(g2, area, 2, () -> {
            g2.setColor(color);
            g2.setStroke(new BasicStroke((float) (1.5 * scale)));
            g2.draw(new Line2D.Double(at, area.getMinY(), at, area.getMaxY()));
            if (!text.isEmpty()) {
                double from = left ? at - GAP * scale - width : at + GAP * scale;
                double y = area.getMinY() + style().labelFont().getSize2D() * 0.7;
                Lettering.writeWithHalo(g2, text, style().labelFont(), color, from, y, style());
            }
        });
    }
}
