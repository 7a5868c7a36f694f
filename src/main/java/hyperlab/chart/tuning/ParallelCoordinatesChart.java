package hyperlab.chart.tuning;

import hyperlab.chart.AnnotationChart;
import hyperlab.chart.axis.UnitIntervalTicks;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.TextPainter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Trials in parallel coordinates (Inselberg 1985): a vertical axis for each hyperparameter and one for the objective,
 * and one line per trial. If a range of an axis is brushed, trials outside it are faint.
 */
public final class ParallelCoordinatesChart
        extends AnnotationChart<ParallelCoordinatesChart.Model, ParallelCoordinatesChart.Lines> implements TrialChart {
    /**
     * What the chart shows.
     *
     * @param axes from left to right
     * @param trials in drawing order, the most important last
     * @param brushes selected ranges in units of the axis, by index of the axis
     */
    public record Model(List<ParallelAxis> axes, List<TrialLine> trials, Map<Integer, BrushRange> brushes) {
        public Model {
            axes = List.copyOf(axes);
            trials = List.copyOf(trials);
            brushes = Map.copyOf(brushes);
        }

        /** Returns whether a trial is within all brushed ranges. */
        public boolean isSelected(TrialLine trial) {
            return brushes.entrySet().stream()
                    .allMatch(brush -> brush.getValue().contains(trial.units()[brush.getKey()]));
        }
    }

    /** A range of an axis. */
    public record BrushRange(double low, double high) {
        boolean contains(double unit) {
            return unit >= low && unit <= high;
        }
    }

    /** One axis with its tick labels. */
    public record ParallelAxis(String name, List<UnitIntervalTicks.Tick> ticks) {
        public ParallelAxis {
            ticks = List.copyOf(ticks);
        }
    }

    /**
     * One trial.
     *
     * @param trial its number
     * @param units its position on each axis, in [0, 1]; NaN ends its line
     * @param labels its value on each axis
     */
    public record TrialLine(int trial, double[] units, List<String> labels, Rank rank) {
        public TrialLine {
            labels = List.copyOf(labels);
        }
    }

    /** The importance of a trial. */
    public enum Rank {
        OTHER,
        GOOD,
        BEST
    }

    public ParallelCoordinatesChart(ChartTheme theme) {
        super(new Lines(), theme);
    }

    /** Returns the number of axes. */
    public int axisCount() {
        Model current = model();
        return current == null ? 0 : current.axes().size();
    }

    /** Returns the index of the axis nearest to a pixel; −1 if there are no axes. */
    public int axisAt(double pixelX, Rectangle2D plotArea) {
        int count = axisCount();
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double distance = Math.abs(drawing().x(i, count, plotArea) - pixelX);
            nearest = distance < least ? i : nearest;
            least = Math.min(least, distance);
        }
        return nearest;
    }

    /** Returns the position of a pixel on the vertical axes, in [0, 1]. */
    public double unitAt(double pixelY, Rectangle2D plotArea) {
        double bottom = drawing().bottom(plotArea);
        double unit = (bottom - pixelY) / (bottom - drawing().top(plotArea));
        return Math.max(0, Math.min(1, unit));
    }

    @Override
    public int trialAt(double pixelX, double pixelY, Rectangle2D plotArea) {
        NearestTrial nearest = new NearestTrial(pixelX, pixelY);
        Model current = model();
        if (current != null) {
            current.trials().stream()
                    .filter(current::isSelected)
                    .sorted(Comparator.comparing(TrialLine::rank))
                    .forEach(trial ->
                            drawing().addTo(nearest, trial, current.axes().size(), plotArea));
        }
        return nearest.trial();
    }

    @Override
    public void highlight(int trial) {
        drawing().highlight(trial);
    }

    static final class Lines extends TrialAnnotation<Model> {
        private static final double HEAD = 24;
        private static final double FOOT = 10;
        private static final double SIDE = 48;
        private static final double OTHER_OPACITY = 0.55;
        private static final double UNSELECTED_OPACITY = 0.16;
        private static final double BRUSH = 5;
        private static final double NAME_GAP = 8;
        private static final double HALO_ROOM = 6;

        double x(int axis, int axes, Rectangle2D area) {
            double left = area.getMinX() + SIDE * style().scale();
            double right = area.getMaxX() - SIDE * style().scale() / 2;
            return left + (right - left) * axis / Math.max(1, axes - 1);
        }

        double top(Rectangle2D area) {
            return area.getMinY() + HEAD * style().scale();
        }

        double bottom(Rectangle2D area) {
            return area.getMaxY() - FOOT * style().scale();
        }

        void addTo(NearestTrial nearest, TrialLine trial, int axes, Rectangle2D area) {
            for (int i = 1; i < trial.units().length; i++) {
                nearest.addSegment(
                        trial.trial(),
                        x(i - 1, axes, area),
                        y(trial.units()[i - 1], area),
                        x(i, axes, area),
                        y(trial.units()[i], area));
            }
        }

        private double y(double unit, Rectangle2D area) {
            return bottom(area) + unit * (top(area) - bottom(area));
        }

        @Override
        public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, Model model) {
            for (boolean chosen : new boolean[] {false, true}) {
                for (Rank rank : Rank.values()) {
                    for (TrialLine trial : model.trials()) {
                        if (trial.rank() == rank && model.isSelected(trial) == chosen) {
                            drawTrial(g2, area, model.axes().size(), trial, chosen);
                        }
                    }
                }
            }
            double nameEnd = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < model.axes().size(); i++) {
                drawAxis(g2, area, model, i);
                nameEnd = drawName(g2, area, model, i, nameEnd);
            }
            model.trials().stream()
                    .filter(trial -> trial.trial() == highlighted())
                    .forEach(trial -> drawHighlighted(g2, area, model.axes().size(), trial));
        }

        private void drawHighlighted(Graphics2D g2, Rectangle2D area, int axes, TrialLine trial) {
            double scale = style().scale();
            Path2D path = path(area, axes, trial);
            g2.setColor(style().theme().background());
            g2.setStroke(new BasicStroke((float) (6 * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g2.draw(path);
            g2.setColor(style().theme().text());
            g2.setStroke(new BasicStroke((float) (3 * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g2.draw(path);
            for (int i = 0; i < trial.units().length && Double.isFinite(trial.units()[i]); i++) {
                String label = trial.labels().get(i);
                double width = TextPainter.width(label, style().labelFont());
                double right = x(i, axes, area) + 7 * scale;
                double left = right + width > area.getMaxX() ? right - width - 14 * scale : right;
                double down = Math.max(top(area), Math.min(y(trial.units()[i], area), bottom(area)));
                TextPainter.drawWithHalo(
                        g2, label, style().labelFont(), style().theme().text(), left, down, style());
            }
        }

        private void drawTrial(Graphics2D g2, Rectangle2D area, int axes, TrialLine trial, boolean chosen) {
            ChartTheme theme = style().theme();
            Color color = switch (trial.rank()) {
                case OTHER -> theme.axis();
                case GOOD -> theme.series(0);
                case BEST -> theme.series(1);
            };
            double strength = chosen ? (trial.rank() == Rank.OTHER ? OTHER_OPACITY : 1) : UNSELECTED_OPACITY;
            double width = trial.rank() == Rank.BEST ? 2.5 : trial.rank() == Rank.GOOD ? 1.75 : 1;
            g2.setColor(theme.blendWithBackground(color, strength));
            g2.setStroke(
                    new BasicStroke((float) (width * style().scale()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g2.draw(path(area, axes, trial));
        }

        private Path2D path(Rectangle2D area, int axes, TrialLine trial) {
            Path2D path = new Path2D.Double();
            for (int i = 0; i < trial.units().length && Double.isFinite(trial.units()[i]); i++) {
                double across = x(i, axes, area);
                double down = y(trial.units()[i], area);
                if (i == 0) {
                    path.moveTo(across, down);
                } else {
                    path.lineTo(across, down);
                }
            }
            return path;
        }

        private void drawAxis(Graphics2D g2, Rectangle2D area, Model model, int axisIndex) {
            double scale = style().scale();
            int axes = model.axes().size();
            double across = x(axisIndex, axes, area);
            ParallelAxis axis = model.axes().get(axisIndex);
            g2.setColor(style().theme().text());
            g2.setStroke(new BasicStroke((float) (1.5 * scale)));
            g2.draw(new Line2D.Double(across, top(area), across, bottom(area)));
            BrushRange brush = model.brushes().get(axisIndex);
            if (brush != null) {
                Color color = style().theme().series(0);
                g2.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 90));
                double high = y(brush.high(), area);
                g2.fill(new Rectangle2D.Double(
                        across - BRUSH * scale, high, 2 * BRUSH * scale, Math.max(2, y(brush.low(), area) - high)));
            }
            double free = axes < 2 ? area.getWidth() : x(1, axes, area) - x(0, axes, area);
            for (UnitIntervalTicks.Tick tick : axis.ticks()) {
                double down = y(tick.unit(), area);
                g2.setColor(style().theme().text());
                g2.setStroke(new BasicStroke((float) (1.5 * scale)));
                g2.draw(new Line2D.Double(across - 4 * scale, down, across, down));
                String text = TextPainter.ellipsize(tick.text(), style().axisFont(), free - 2 * HALO_ROOM);
                double textWidth = TextPainter.width(text, style().axisFont());
                TextPainter.drawWithHalo(
                        g2,
                        text,
                        style().axisFont(),
                        style().theme().muted(),
                        across - textWidth - 7 * scale,
                        down,
                        style());
            }
        }

        /**
         * Draws the name of an axis, centered if the edge of the chart and the name before leave room, and shortened if
         * they do not.
         *
         * @param before where the name before ends
         * @return where this name ends
         */
        private double drawName(Graphics2D g2, Rectangle2D area, Model model, int axisIndex, double before) {
            int axes = model.axes().size();
            double scale = style().scale();
            double across = x(axisIndex, axes, area);
            double free = axes < 2 ? area.getWidth() : x(1, axes, area) - x(0, axes, area);
            Font font = style().labelFont();
            double start = Math.max(area.getMinX(), before + NAME_GAP * scale);
            double room = Math.min(free - HALO_ROOM, area.getMaxX() - start);
            String name = TextPainter.ellipsize(model.axes().get(axisIndex).name(), font, room);
            double width = TextPainter.width(name, font);
            double left = Math.max(start, Math.min(across - width / 2, area.getMaxX() - width));
            TextPainter.draw(g2, name, font, style().theme().text(), left, area.getMinY() + 7 * scale);
            return left + width;
        }
    }
}
