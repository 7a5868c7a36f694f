package hyperlab.chart.tuning;

import hyperlab.chart.AnnotationChart;
import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.axis.UnitIntervalTicks;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.TextPainter;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The objective against each hyperparameter separately: one small panel each, all with the same value axis and one
 * point per trial.
 */
public final class SliceChart extends AnnotationChart<SliceChart.Model, SliceChart.Panels> {
    /**
     * What the chart shows.
     *
     * @param axes one per panel
     * @param valueTitle title of the objective's axis
     * @param valueTicks ticks of the value axis, in units of the axis
     * @param trials in drawing order, the most important last
     */
    public record Model(
            List<ParallelCoordinatesChart.ParallelAxis> axes,
            String valueTitle,
            List<UnitIntervalTicks.Tick> valueTicks,
            List<ParallelCoordinatesChart.TrialLine> trials) {
        public Model {
            axes = List.copyOf(axes);
            valueTicks = List.copyOf(valueTicks);
            trials = List.copyOf(trials);
        }
    }

    public SliceChart(ChartTheme theme) {
        super(new Panels(), theme);
    }

    static final class Panels extends ModelAnnotation<Model> {
        private static final double LEFT = 46;
        private static final double FOOT = 36;
        private static final double GAP = 14;
        private static final double NARROWEST = 84;
        private static final double RADIUS = 3;

        @Override
        public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, Model model) {
            int count = model.axes().size();
            if (count == 0) {
                return;
            }
            double scale = style().scale();
            double left = LEFT * scale;
            double foot = FOOT * scale;
            double gap = GAP * scale;
            int columns = (int) Math.max(
                    1, Math.min(count, Math.floor((area.getWidth() - left + gap) / (NARROWEST * scale + gap))));
            int rows = (count + columns - 1) / columns;
            double width = (area.getWidth() - left - gap * (columns - 1)) / columns;
            double height = area.getHeight() / rows - foot - gap / 2;
            for (int i = 0; i < count; i++) {
                int row = i / columns;
                double x = area.getMinX() + left + i % columns * (width + gap);
                double y = area.getMinY() + row * (height + foot + gap / 2) + gap / 2;
                Rectangle2D panel = new Rectangle2D.Double(x, y, width, height);
                int axis = i;
                drawWithWiderClip(g2, area, gap, () -> panel(g2, model, axis, panel, axis % columns == 0));
            }
        }

        private void panel(Graphics2D g2, Model model, int axis, Rectangle2D panel, boolean first) {
            ChartTheme theme = style().theme();
            double scale = style().scale();
            g2.setStroke(new BasicStroke(1));
            for (UnitIntervalTicks.Tick tick : model.valueTicks()) {
                double y = panel.getMaxY() - tick.unit() * panel.getHeight();
                g2.setColor(theme.grid());
                g2.draw(new Line2D.Double(panel.getMinX(), y, panel.getMaxX(), y));
                if (first) {
                    double width = TextPainter.width(tick.text(), style().axisFont());
                    TextPainter.draw(
                            g2, tick.text(), style().axisFont(), theme.muted(), panel.getMinX() - width - 6 * scale, y);
                }
            }
            g2.setColor(theme.axis());
            g2.draw(new Line2D.Double(panel.getMinX(), panel.getMinY(), panel.getMinX(), panel.getMaxY()));
            g2.draw(new Line2D.Double(panel.getMinX(), panel.getMaxY(), panel.getMaxX(), panel.getMaxY()));
            double end = Double.NEGATIVE_INFINITY;
            for (UnitIntervalTicks.Tick tick : model.axes().get(axis).ticks()) {
                double x = panel.getMinX() + tick.unit() * panel.getWidth();
                double width = TextPainter.width(tick.text(), style().axisFont());
                double at = Math.max(panel.getMinX() - 8, Math.min(x - width / 2, panel.getMaxX() - width + 8));
                if (at > end) {
                    g2.draw(new Line2D.Double(x, panel.getMaxY(), x, panel.getMaxY() + 3 * scale));
                    TextPainter.draw(
                            g2, tick.text(), style().axisFont(), theme.muted(), at, panel.getMaxY() + 11 * scale);
                    end = at + width + 4 * scale;
                    g2.setColor(theme.axis());
                }
            }
            String name = model.axes().get(axis).name();
            double width = TextPainter.width(name, style().labelFont());
            TextPainter.draw(
                    g2,
                    name,
                    style().labelFont(),
                    theme.text(),
                    Math.max(panel.getMinX() - 8, panel.getCenterX() - width / 2),
                    panel.getMaxY() + 26 * scale);
            for (ParallelCoordinatesChart.TrialLine trial : model.trials()) {
                double value = trial.units()[trial.units().length - 1];
                if (Double.isFinite(value)) {
                    double x = panel.getMinX() + trial.units()[axis] * panel.getWidth();
                    double y = panel.getMaxY() - value * panel.getHeight();
                    boolean best = trial.rank() == ParallelCoordinatesChart.Rank.BEST;
                    g2.setColor(
                            best
                                    ? theme.series(1)
                                    : trial.rank() == ParallelCoordinatesChart.Rank.GOOD
                                            ? theme.series(0)
                                            : theme.axis());
                    g2.fill((best ? MarkerShape.DIAMOND : MarkerShape.CIRCLE)
                            .shapeAt(x, y, (best ? 2 : 1) * RADIUS * scale));
                }
            }
        }
    }
}
