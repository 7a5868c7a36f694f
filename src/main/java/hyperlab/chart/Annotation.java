package hyperlab.chart;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** An annotation that knows its style. */
abstract class Annotation extends AbstractXYAnnotation implements Themed {
    private ChartStyle style = ChartStyle.of(ChartTheme.LIGHT);

    ChartStyle style() {
        return style;
    }

    @Override
    public void style(ChartStyle newStyle) {
        style = newStyle;
        fireAnnotationChanged();
    }

    @Override
    public void draw(
            Graphics2D g2,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis xAxis,
            ValueAxis yAxis,
            int rendererIndex,
            PlotRenderingInfo info) {
        draw(g2, area, new Pixels(plot, area, xAxis, yAxis));
    }

    abstract void draw(Graphics2D g2, Rectangle2D area, Pixels pixels);

    /** Draws with the clip widened by {@code right} pixels beyond the plot's right edge. */
    void beyond(Graphics2D g2, Rectangle2D area, double right, Runnable drawing) {
        double above = 8 * style.scale();
        Shape clip = g2.getClip();
        g2.setClip(new Rectangle2D.Double(
                area.getX(), area.getY() - above, area.getWidth() + right, area.getHeight() + 2 * above));
        drawing.run();
        g2.setClip(clip);
    }

    /** From values to pixels; NaN for what an axis cannot show. */
    record Pixels(XYPlot plot, Rectangle2D area, ValueAxis xAxis, ValueAxis yAxis) {
        double x(double value) {
            return xAxis.valueToJava2D(value, area, plot.getDomainAxisEdge());
        }

        double y(double value) {
            return yAxis.valueToJava2D(value, area, plot.getRangeAxisEdge());
        }
    }
}
