package hyperlab.chart.tuning;

import hyperlab.chart.ChartTable;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.AutoScaledAxis;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.series.Bands;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.StyledCurves;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.TextPainter;
import hyperlab.chart.style.ThemeColor;
import hyperlab.text.Texts;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.ui.RectangleEdge;

/**
 * The best value so far of one or more searches against the budget spent: a step line for each search, a band for
 * several repetitions, and the individual trials as points; trials without a value are on the top edge. The value axis
 * is logarithmic if the values differ by a factor of more than {@value AutoScaledAxis#LOG_SCALE_RATIO}.
 */
public final class BestSoFarChart extends PlotChart<BestSoFarChart.Model> implements TrialChart {
    private static final double ROOM = 0.06;
    /** How far the middle of the label of the vertical line stays from the edges of the plot. */
    private static final double LABEL_TOP = 18;

    private static final double LABEL_BOTTOM = 12;
    /** Half of the height of that label and the radius of a trial. */
    private static final double LABEL_REACH = 9;

    private final LinearAxis budgetAxis = LinearAxis.ofIntegers();
    private final AutoScaledAxis values = keepStyled(new AutoScaledAxis(ROOM));
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final Bands bands = new Bands();
    private final FailedTrialMarks failedTrials = new FailedTrialMarks();
    private final EndLabels endLabels = new EndLabels();

    /**
     * What the chart shows.
     *
     * @param lines in drawing order, the most important last
     * @param points individual trials at their numbers, with NaN for a trial without a value
     * @param firstBudget the budget spent at the first entry of a line
     * @param budget where the axis ends
     * @param modelStart the point from which a model chooses the trials; NaN for none
     * @param modelStartName name of that point
     * @param budgetTitle title of the axis of the budget spent
     * @param valueTitle title of the axis of the objective
     */
    public record Model(
            List<Line> lines,
            List<Point> points,
            int firstBudget,
            int budget,
            double modelStart,
            String modelStartName,
            String budgetTitle,
            String valueTitle) {
        public Model {
            lines = List.copyOf(lines);
            points = List.copyOf(points);
        }
    }

    /**
     * One step line.
     *
     * @param bestSoFar entry k is the best value after {@code first + k} is spent; NaN for none
     * @param low lower edge of the band, of the same length as {@code best}; empty for no band
     * @param high upper edge of the band
     */
    public record Line(double[] bestSoFar, double[] low, double[] high, CurveStyle curveStyle, String name) {
        /** A line without a band. */
        public static Line of(double[] best, CurveStyle curveStyle, String name) {
            return new Line(best, new double[0], new double[0], curveStyle, name);
        }
    }

    public record Point(double budgetSpent, double value, ThemeColor themeColor) {}

    public BestSoFarChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(budgetAxis, values.linear());
        addCurves(dataset, renderer);
        add(bands);
        add(failedTrials);
        add(endLabels);
    }

    @Override
    public int trialAt(double pixelX, double pixelY, Rectangle2D plotArea) {
        NearestTrial nearest = new NearestTrial(pixelX, pixelY);
        Model current = model();
        if (current != null) {
            for (Point point : current.points()) {
                double x = budgetAxis.valueToJava2D(point.budgetSpent(), plotArea, RectangleEdge.BOTTOM);
                double y = Double.isFinite(point.value())
                        ? plot().getRangeAxis().valueToJava2D(point.value(), plotArea, RectangleEdge.LEFT)
                        : plotArea.getMinY();
                nearest.addPoint((int) point.budgetSpent(), x, y);
            }
        }
        return nearest.trial();
    }

    @Override
    public void highlight(int trial) {
        failedTrials.highlight(trial);
    }

    @Override
    protected void draw(Model model) {
        budgetAxis.setLabel(model.budgetTitle());
        fit(budgetAxis, 0, Math.max(1, model.budget()));
        setYAxis(values.fitTo(shownValues(model), model.valueTitle(), texts()));
        StyledCurves curves = new StyledCurves();
        List<Bands.CurveBand> tints = new ArrayList<>();
        List<EndLabels.Label> ends = new ArrayList<>();
        for (Point point : model.points()) {
            if (Double.isFinite(point.value())) {
                curves.add(
                        Curve.point(point.budgetSpent(), point.value()),
                        CurveStyle.points(point.themeColor(), MarkerShape.CIRCLE)
                                .radius(2.5));
            }
        }
        for (Line line : model.lines()) {
            Curve stairs = stepCurve(model.firstBudget(), line.bestSoFar()).named(line.name());
            curves.add(stairs, line.curveStyle().with(MarkerShape.NONE));
            if (line.low().length > 0) {
                tints.add(new Bands.CurveBand(
                        stepCurve(model.firstBudget(), line.low()),
                        stepCurve(model.firstBudget(), line.high()),
                        line.curveStyle().themeColor()));
            }
            for (int i = stairs.size() - 1; i >= 0 && !line.name().isEmpty(); i--) {
                if (Double.isFinite(stairs.y(i))) {
                    ends.add(new EndLabels.Label(
                            line.name(),
                            budgetAxis.homeRange().getUpperBound(),
                            stairs.y(i),
                            line.curveStyle().themeColor()));
                    break;
                }
            }
        }
        curves.showIn(dataset, renderer);
        bands.show(tints);
        failedTrials.show(model);
        endLabels.show(ends);
    }

    /** The trials, then the best value for each budget and its band. */
    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable("line", "budget", "value", "low", "high");
        for (Point point : model.points()) {
            table.add("trial", point.budgetSpent(), point.value(), "", "");
        }
        for (int k = 0; k < model.lines().size(); k++) {
            Line line = model.lines().get(k);
            String name = model.lines().size() == 1 ? "best" : line.name();
            for (int entry = 0; entry < line.bestSoFar().length; entry++) {
                boolean hasBand = entry < line.low().length;
                table.add(
                        name,
                        model.firstBudget() + entry,
                        line.bestSoFar()[entry],
                        hasBand ? line.low()[entry] : "",
                        hasBand ? line.high()[entry] : "");
            }
        }
        return table;
    }

    /** Keeps each value constant until the next one. */
    private static Curve stepCurve(int firstBudget, double... best) {
        int knownCount = 0;
        for (int i = 0; i < best.length; i++) {
            knownCount = Double.isFinite(best[i]) ? i + 1 : knownCount;
        }
        double[] x = new double[Math.max(0, 2 * knownCount - 1)];
        double[] y = new double[x.length];
        for (int i = 0; i < knownCount; i++) {
            x[2 * i] = firstBudget + i;
            y[2 * i] = best[i];
            if (i + 1 < knownCount) {
                x[2 * i + 1] = firstBudget + i + 1;
                y[2 * i + 1] = best[i];
            }
        }
        return Curve.of(x, y);
    }

    private static DoubleStream shownValues(Model model) {
        return DoubleStream.concat(
                model.lines().stream()
                        .flatMap(line -> Stream.of(line.bestSoFar(), line.low(), line.high()))
                        .flatMapToDouble(Arrays::stream),
                model.points().stream().mapToDouble(Point::value));
    }

    /**
     * The trials without a value on the top edge, the marked trial, and the vertical line from which a model chooses.
     */
    private static final class FailedTrialMarks extends TrialAnnotation<Model> {
        private static final double RADIUS = 3.5;

        @Override
        public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, Model model) {
            double scale = style().scale();
            double x = pixels.x(model.modelStart());
            if (x > area.getMinX() && x < area.getMaxX()) {
                g2.setColor(style().theme().muted());
                g2.setStroke(Dash.REFERENCE.stroke(1.25 * scale, scale));
                g2.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
                double width = TextPainter.width(model.modelStartName(), style().axisFont());
                double left = Math.max(area.getMinX(), Math.min(x + 5 * scale, area.getMaxX() - width));
                TextPainter.drawWithHalo(
                        g2,
                        model.modelStartName(),
                        style().axisFont(),
                        style().theme().muted(),
                        left,
                        freeHeight(area, pixels, model, left, left + width),
                        style());
            }
            g2.setColor(style().theme().danger());
            for (Point point : model.points()) {
                if (!Double.isFinite(point.value())) {
                    g2.fill(MarkerShape.CROSS.shapeAt(
                            pixels.x(point.budgetSpent()), area.getMinY() + 4 * scale, RADIUS * scale));
                }
            }
            for (Point point : model.points()) {
                if (point.budgetSpent() == highlighted()) {
                    double y = Double.isFinite(point.value()) ? pixels.y(point.value()) : area.getMinY() + 4 * scale;
                    drawRing(g2, pixels.x(point.budgetSpent()), y);
                }
            }
        }

        /** The height at which the label of the vertical line covers the least; the highest of several. */
        private double freeHeight(Rectangle2D area, PixelTransform pixels, Model model, double left, double right) {
            double scale = style().scale();
            Stream<Point2D> trials =
                    model.points().stream().map(point -> new Point2D.Double(point.budgetSpent(), point.value()));
            Stream<Point2D> lines = model.lines().stream()
                    .flatMap(line -> IntStream.range(0, line.bestSoFar().length)
                            .mapToObj(k -> new Point2D.Double(model.firstBudget() + k, line.bestSoFar()[k])));
            double[] heights = Stream.concat(trials, lines)
                    .filter(point -> pixels.x(point.getX()) > left - RADIUS * scale
                            && pixels.x(point.getX()) < right + RADIUS * scale)
                    .mapToDouble(point -> pixels.y(point.getY()))
                    .toArray();
            return labelHeight(
                    area.getMinY() + LABEL_TOP * scale, area.getMaxY() - LABEL_BOTTOM * scale, scale, heights);
        }
    }

    /**
     * Where a label covers the fewest of the given points; the highest place of several.
     *
     * @param top the highest middle of the label
     * @param bottom the lowest middle of the label
     * @param points the heights of the points
     */
    static double labelHeight(double top, double bottom, double scale, double... points) {
        double free = top;
        long fewest = Long.MAX_VALUE;
        for (double y = top; y < bottom && fewest > 0; y += scale) {
            double middle = y;
            long covered = DoubleStream.of(points)
                    .filter(point -> Math.abs(point - middle) < LABEL_REACH * scale)
                    .count();
            if (covered < fewest) {
                fewest = covered;
                free = middle;
            }
        }
        return free;
    }
}
