package hyperlab.chart.batch;

import hyperlab.batch.GradientNoise;
import hyperlab.chart.ChartTable;
import hyperlab.chart.DescentMarkers;
import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.StyledCurves;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.TextPainter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jspecify.annotations.Nullable;

/**
 * Gradients of mini-batches around the full-batch gradient, at one point: a cloud for each batch size with its ellipse,
 * and the full-batch gradient as an arrow from zero.
 */
public final class CloudChart extends PlotChart<CloudChart.Model> {
    private static final int ELLIPSE_POINTS = 72;
    private static final double MARGIN = 0.06;
    private static final double STEPS = 4;
    private static final double OUTLIER_SHARE = 0.03;

    private final LinearAxis xAxis = LinearAxis.ofPositions();
    private final LinearAxis yAxis = LinearAxis.ofPositions();
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final CurveDataset ellipses = new CurveDataset();
    private final CurveRenderer outlines = new CurveRenderer();
    private final Overlay overlay = new Overlay();

    /**
     * What the chart shows.
     *
     * @param clouds in drawing order, the most important last
     * @param gradientX first coordinate of the full-batch gradient
     * @param gradientY second coordinate of the full-batch gradient
     * @param gradientName label at the tip of the arrow
     * @param xName title of the x axis
     * @param yName title of the y axis
     */
    public record Model(
            List<Cloud> clouds, double gradientX, double gradientY, String gradientName, String xName, String yName) {
        public Model {
            clouds = List.copyOf(clouds);
        }
    }

    /**
     * The gradients of one batch size.
     *
     * @param points one gradient each
     * @param curveStyle of the markers
     * @param name in the corner; empty for none
     * @param ellipse that contains most of the points; null for none
     * @param allInRange whether the axes cover all points; otherwise the few farthest ones may be outside
     */
    public record Cloud(
            Curve points,
            CurveStyle curveStyle,
            String name,
            GradientNoise.@Nullable ErrorEllipse ellipse,
            boolean allInRange) {}

    public CloudChart(ChartTheme theme) {
        super(theme);
        setAxes(xAxis, yAxis);
        addCurves(dataset, renderer);
        addCurves(ellipses, outlines);
        plot().setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        add(overlay);
    }

    @Override
    protected void draw(Model model) {
        xAxis.setLabel(model.xName());
        yAxis.setLabel(model.yName());
        fit(model);
        StyledCurves curves = new StyledCurves();
        for (Cloud cloud : model.clouds()) {
            curves.add(cloud.points(), cloud.curveStyle());
        }
        StyledCurves ellipseCurves = new StyledCurves();
        for (Cloud cloud : model.clouds()) {
            if (cloud.ellipse() != null) {
                ellipseCurves.add(outline(cloud.ellipse()), CurveStyle.line(ChartTheme::text, 1.5));
            }
        }
        curves.showIn(dataset, renderer);
        ellipseCurves.showIn(ellipses, outlines);
        overlay.show(model);
    }

    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable("gradient", "x", "y");
        for (int k = 0; k < model.clouds().size(); k++) {
            Cloud cloud = model.clouds().get(k);
            String name = cloud.name().isEmpty() ? Integer.toString(k + 1) : cloud.name();
            for (int point = 0; point < cloud.points().size(); point++) {
                table.add(name, cloud.points().x(point), cloud.points().y(point));
            }
        }
        return table.add(model.gradientName(), model.gradientX(), model.gradientY());
    }

    /**
     * Fits the axes to the points and zero, rounded outward, so that the axes stay the same while the point moves a
     * little.
     */
    private void fit(Model model) {
        fitAxis(xAxis, model.gradientX(), model.clouds(), (points, k) -> points.x(k));
        fitAxis(yAxis, model.gradientY(), model.clouds(), (points, k) -> points.y(k));
    }

    private interface Coordinate {
        double of(Curve points, int k);
    }

    private void fitAxis(LinearAxis axis, double gradient, List<Cloud> clouds, Coordinate coordinate) {
        double low = Math.min(0, gradient);
        double high = Math.max(0, gradient);
        for (Cloud cloud : clouds) {
            double[] sorted = IntStream.range(0, cloud.points().size())
                    .mapToDouble(k -> coordinate.of(cloud.points(), k))
                    .sorted()
                    .toArray();
            int outliers = cloud.allInRange() ? 0 : (int) (sorted.length * OUTLIER_SHARE);
            if (sorted.length > 0) {
                low = Math.min(low, sorted[outliers]);
                high = Math.max(high, sorted[sorted.length - 1 - outliers]);
            }
        }
        fitAxis(axis, low, high);
    }

    private void fitAxis(LinearAxis axis, double low, double high) {
        double span = high - low;
        if (!(span > 0) || Double.isInfinite(span)) {
            fit(axis, -1, 1);
            return;
        }
        double step = Math.pow(2, Math.floor(Math.log(span / STEPS) / Math.log(2)));
        fit(axis, Math.floor((low - MARGIN * span) / step) * step, Math.ceil((high + MARGIN * span) / step) * step);
    }

    private static Curve outline(GradientNoise.ErrorEllipse ellipse) {
        double[] x = new double[ELLIPSE_POINTS + 1];
        double[] y = new double[ELLIPSE_POINTS + 1];
        double cos = Math.cos(ellipse.angle());
        double sin = Math.sin(ellipse.angle());
        for (int k = 0; k <= ELLIPSE_POINTS; k++) {
            double turn = 2 * Math.PI * k / ELLIPSE_POINTS;
            double along = ellipse.semiMajorAxis() * Math.cos(turn);
            double across = ellipse.semiMinorAxis() * Math.sin(turn);
            x[k] = ellipse.centerX() + along * cos - across * sin;
            y[k] = ellipse.centerY() + along * sin + across * cos;
        }
        return Curve.of(x, y);
    }

    /** Lines through zero, the full-batch gradient, and the names of the clouds in a corner. */
    private static final class Overlay extends ModelAnnotation<Model> {
        private static final double ROW = 16;
        private static final double MARK = 7;

        @Override
        public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, Model model) {
            DescentMarkers marks = new DescentMarkers(g2, area, pixels, style());
            Point2D zero = marks.toPixel(0, 0);
            g2.setColor(style().theme().axis());
            g2.setStroke(Dash.REFERENCE.stroke(style().scale(), style().scale()));
            g2.draw(new Line2D.Double(area.getMinX(), zero.getY(), area.getMaxX(), zero.getY()));
            g2.draw(new Line2D.Double(zero.getX(), area.getMinY(), zero.getX(), area.getMaxY()));
            drawNames(g2, area, model, marks);
            for (Cloud cloud : model.clouds()) {
                for (int k = 0; k < cloud.points().size(); k += 3) {
                    marks.avoid(
                            marks.toPixel(cloud.points().x(k), cloud.points().y(k)));
                }
            }
            marks.drawArrow(
                    zero,
                    marks.toPixel(model.gradientX(), model.gradientY()),
                    style().theme().text(),
                    model.gradientName());
            marks.placeLabels();
        }

        private void drawNames(Graphics2D g2, Rectangle2D area, Model model, DescentMarkers marks) {
            double scale = style().scale();
            double y = area.getMinY() + ROW * scale / 2;
            for (Cloud cloud : model.clouds()) {
                if (!cloud.name().isEmpty()) {
                    Color color = cloud.curveStyle().themeColor().resolve(style().theme());
                    double x = area.getMinX() + 2 * MARK * scale;
                    double width = TextPainter.width(cloud.name(), style().labelFont());
                    g2.setStroke(new BasicStroke(1));
                    g2.setColor(color);
                    g2.fill(cloud.curveStyle().marker().shapeAt(area.getMinX() + MARK * scale, y, 4 * scale));
                    TextPainter.drawWithHalo(g2, cloud.name(), style().labelFont(), color, x, y, style());
                    marks.avoid(new Rectangle2D.Double(
                            area.getMinX(), y - ROW * scale / 2, 2 * MARK * scale + width, ROW * scale));
                    y += ROW * scale;
                }
            }
        }
    }
}
