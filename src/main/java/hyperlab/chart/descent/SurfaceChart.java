package hyperlab.chart.descent;

import hyperlab.chart.ChartTable;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.StyledCurves;
import hyperlab.chart.style.ChartTheme;
import hyperlab.descent.ObjectiveFunction;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * A function of two variables from above, and descent paths on it: function values as a tint with contour lines, each
 * path with its steps, a ball at its current position, and the steps after it faint. The axes show the window of the
 * surface; paths that leave it are marked at its edge. While the surface stays the same object, its background is not
 * recomputed.
 */
public final class SurfaceChart extends PlotChart<SurfaceChartModel> {
    /** For a longer path, this many of the first and this many of the newest steps are drawn. */
    public static final int MAX_STEPS = 700;

    private final LinearAxis xAxis = LinearAxis.ofPositions();
    private final LinearAxis yAxis = LinearAxis.ofPositions();
    private final CurveDataset paths = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final SurfaceBackground background = new SurfaceBackground();
    private final SurfaceOverlay overlay = new SurfaceOverlay();

    public SurfaceChart(ChartTheme theme) {
        super(theme);
        setAxes(xAxis, yAxis);
        hideGridlines();
        addCurves(paths, renderer);
        addBehind(renderer, background);
        add(overlay);
    }

    /** Returns the point of the plane at a pixel of the plot, rounded to the precision of a pixel. */
    public Point2D pointAt(double pixelX, double pixelY, Rectangle2D plotArea) {
        return new Point2D.Double(xAxis.valueAtPixel(pixelX, plotArea), yAxis.valueAtPixel(pixelY, plotArea));
    }

    @Override
    protected void draw(SurfaceChartModel model) {
        ObjectiveFunction.PlotWindow window = model.surface().window();
        fit(xAxis, window.xLow(), window.xHigh());
        fit(yAxis, window.yLow(), window.yHigh());
        xAxis.setLabel(model.xName());
        yAxis.setLabel(model.yName());
        StyledCurves curves = new StyledCurves();
        for (SurfacePath path : model.paths()) {
            curves.add(
                    part(path.points(), path.currentStep(), path.points().size() - 1),
                    path.lineStyle().faint());
            curves.add(part(path.points(), 0, path.currentStep()), path.lineStyle());
        }
        curves.showIn(paths, renderer);
        background.show(model.surface());
        overlay.show(model);
    }

    /** The paths, also after their current steps, and the minima. */
    @Override
    protected ChartTable table(SurfaceChartModel model) {
        ChartTable table = new ChartTable("line", "step", "x", "y");
        int number = 0;
        for (SurfacePath path : model.paths()) {
            number++;
            String name = path.name().isEmpty() ? Integer.toString(number) : path.name();
            for (int step = 0; step < path.points().size(); step++) {
                table.add(name, step, path.points().x(step), path.points().y(step));
            }
        }
        for (SurfaceChartModel.NamedPoint point : model.minima()) {
            table.add(point.name(), "", point.x(), point.y());
        }
        return table;
    }

    /**
     * Returns the points from one step to another; if there are too many, only the first and the newest, with a gap
     * between them.
     */
    static Curve part(Curve points, int from, int to) {
        int count = to - from + 1;
        boolean complete = count <= 2 * MAX_STEPS;
        int size = complete ? count : 2 * MAX_STEPS + 1;
        double[] x = new double[size];
        double[] y = new double[size];
        for (int k = 0; k < size; k++) {
            int step = complete || k < MAX_STEPS ? from + k : to - (size - 1 - k);
            boolean gap = !complete && k == MAX_STEPS;
            x[k] = gap ? Double.NaN : points.x(step);
            y[k] = gap ? Double.NaN : points.y(step);
        }
        return Curve.of(x, y);
    }
}
