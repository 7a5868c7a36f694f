package hyperlab.chart.tuning;

import hyperlab.chart.AnnotationChart;
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
public final class SliceChart extends AnnotationChart<SliceChart.Model, SliceChart.Panels> implements TrialChart {
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

    @Override
    public int trialAt(double pixelX, double pixelY, Rectangle2D plotArea) {
        NearestTrial nearest = new NearestTrial(pixelX, pixelY);
        Model current = model();
        for (int axis = 0; current != null && axis < current.axes().size(); axis++) {
            Rectangle2D panel = drawing().panel(axis, current.axes().size(), plotArea);
            for (ParallelCoordinatesChart.TrialLine trial : current.trials()) {
                nearest.addPoint(trial.trial(), Panels.x(trial, axis, panel), Panels.y(trial, panel));
            }
        }
        return nearest.trial();
    }

    @Override
    public void highlight(int trial) {
        drawing().highlight(trial);
    }

    static final class Panels extends TrialAnnotation<Model> {
        private static final double LEFT = 46;
        private static final double FOOT = 36;
        private static final double GAP = 14;
        private static final double NARROWEST = 84;
        private static final double RADIUS = 3;

        @Override
        public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, Model model) {
            int count = model.axes().size();
            for (int i = 0; i < count; i++) {
                Rectangle2D panel = panel(i, count, area);
                int axis = i;
                boolean first = i % columns(count, area) == 0;
                drawWithWiderClip(g2, area, GAP * style().scale(), () -> panel(g2, model, axis, panel, first));
            }
        }

        private int columns(int count, Rectangle2D area) {
            double scale = style().scale();
            double gap = GAP * scale;
            double fitting = Math.floor((area.getWidth() - LEFT * scale + gap) / (NARROWEST * scale + gap));
            return (int) Math.max(1, Math.min(count, fitting));
        }

        /** The panel of an axis. */
        Rectangle2D panel(int axis, int count, Rectangle2D area) {
            double scale = style().scale();
            double left = LEFT * scale;
            double foot = FOOT * scale;
            double gap = GAP * scale;
            int columns = columns(count, area);
            int rows = (count + columns - 1) / columns;
            double width = (area.getWidth() - left - gap * (columns - 1)) / columns;
            double height = area.getHeight() / rows - foot - gap / 2;
            double x = area.getMinX() + left + axis % columns * (width + gap);
            int row = axis / columns;
            double y = area.getMinY() + row * (height + foot + gap / 2) + gap / 2;
            return new Rectangle2D.Double(x, y, width, height);
        }

        static double x(ParallelCoordinatesChart.TrialLine trial, int axis, Rectangle2D panel) {
            return panel.getMinX() + trial.units()[axis] * panel.getWidth();
        }

        /** NaN for a trial without a value. */
        static double y(ParallelCoordinatesChart.TrialLine trial, Rectangle2D panel) {
            return panel.getMaxY() - trial.units()[trial.units().length - 1] * panel.getHeight();
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
                double y = y(trial, panel);
                if (Double.isFinite(y)) {
                    double x = x(trial, axis, panel);
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
            model.trials().stream()
                    .filter(trial -> trial.trial() == highlighted() && Double.isFinite(y(trial, panel)))
                    .forEach(trial -> drawRing(g2, x(trial, axis, panel), y(trial, panel)));
        }
    }
}
