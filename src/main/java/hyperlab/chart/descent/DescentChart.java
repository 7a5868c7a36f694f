package hyperlab.chart.descent;

import hyperlab.chart.ChartTable;
import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.StyledCurves;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.descent.ObjectiveFunction;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * A function of one variable and descent paths on it, up to the play head: each path with its steps, a ball at its
 * current position with its name, the starting point, and for the selected path the tangent and the next step. The axes
 * stay at the window of the picture; paths that leave it are marked at its edge.
 */
public final class DescentChart extends PlotChart<DescentChartModel> {
    /** The maximum number of steps drawn for a path; the newest are drawn. */
    public static final int MAX_STEPS = 200;

    private static final int CURVE_POINTS = 600;
    private static final double CURVE_WIDTH = 2.5;

    private final LinearAxis xAxis = LinearAxis.ofPositions();
    private final LinearAxis yAxis = LinearAxis.ofPositions();
    private final CurveDataset curve = new CurveDataset();
    private final CurveDataset paths = new CurveDataset();
    private final CurveRenderer pathRenderer = new CurveRenderer();
    private final Overlay overlay = new Overlay();

    public DescentChart(ChartTheme theme) {
        super(theme);
        setAxes(xAxis, yAxis);
        CurveRenderer curveRenderer = new CurveRenderer();
        curveRenderer.setCurveStyles(CurveStyle.line(ChartTheme::axis, CURVE_WIDTH));
        addCurves(curve, curveRenderer);
        addCurves(paths, pathRenderer);
        add(overlay);
        xAxis.setLabel("x");
    }

    /** Returns the x of a pixel of the plot, rounded to the precision of a pixel. */
    public double xAt(double pixelX, Rectangle2D plotArea) {
        return xAxis.valueAtPixel(pixelX, plotArea);
    }

    @Override
    protected void draw(DescentChartModel model) {
        ObjectiveFunction.PlotWindow window = model.window();
        fit(xAxis, window.xLow(), window.xHigh());
        fit(yAxis, window.yLow(), window.yHigh());
        yAxis.setLabel(model.formula());
        curve.show(curve(model));
        StyledCurves pathCurves = new StyledCurves();
        for (DescentLine line : model.inDrawingOrder()) {
            boolean chosen = line.equals(model.chosen());
            pathCurves.add(
                    path(line, model.step()),
                    line.curveStyle().width(chosen ? CurveStyle.CHOSEN_WIDTH : CurveStyle.WIDTH));
        }
        pathCurves.showIn(paths, pathRenderer);
        overlay.show(model);
    }

    /** The function as it is sampled, then each path up to the play head. */
    @Override
    protected ChartTable table(DescentChartModel model) {
        ChartTable table = new ChartTable("line", "step", "x", "value");
        Curve function = curve(model);
        for (int k = 0; k < function.size(); k++) {
            table.add(model.formula(), "", function.x(k), function.y(k));
        }
        for (DescentLine line : model.lines()) {
            for (int step = 0; step <= Math.min(model.step(), line.lastStep()); step++) {
                table.add(
                        line.endLabel(),
                        step,
                        line.x().applyAsDouble(step),
                        line.value().applyAsDouble(step));
            }
        }
        return table;
    }

    /** Samples the function, with a gap where it jumps from above the window to below it or back, as at a pole. */
    private static Curve curve(DescentChartModel model) {
        ObjectiveFunction.PlotWindow window = model.window();
        double[] x = new double[2 * CURVE_POINTS + 2];
        double[] y = new double[2 * CURVE_POINTS + 2];
        int size = 0;
        for (int k = 0; k <= CURVE_POINTS; k++) {
            double xValue = window.xLow() + (window.xHigh() - window.xLow()) * k / CURVE_POINTS;
            double value = model.curve().applyAsDouble(xValue);
            if (size > 0 && jumps(y[size - 1], value, window)) {
                x[size] = xValue;
                y[size++] = Double.NaN;
            }
            x[size] = xValue;
            y[size++] = value;
        }
        return Curve.of(x, y, size);
    }

    private static boolean jumps(double from, double to, ObjectiveFunction.PlotWindow window) {
        return Math.min(from, to) < window.yLow() && Math.max(from, to) > window.yHigh();
    }

    private static Curve path(DescentLine line, int step) {
        int to = Math.min(step, line.lastStep());
        int from = Math.max(0, to - MAX_STEPS);
        double[] x = new double[to - from + 1];
        double[] y = new double[to - from + 1];
        for (int k = from; k <= to; k++) {
            x[k - from] = line.x().applyAsDouble(k);
            y[k - from] = line.value().applyAsDouble(k);
        }
        return Curve.of(x, y);
    }

    /** Everything over the function and the paths: balls, the selected step, the starting point, and their labels. */
    private static final class Overlay extends ModelAnnotation<DescentChartModel> {
        @Override
        public List<String> words() {
            return Optional.ofNullable(model()).stream()
                    .flatMap(model -> model.inDrawingOrder().stream())
                    .map(DescentLine::label)
                    .filter(label -> !label.isEmpty())
                    .toList();
        }

        @Override
        public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, DescentChartModel model) {
            Graphics2D overlayGraphics = (Graphics2D) g2.create();
            overlayGraphics.setStroke(new BasicStroke(1));
            new DescentDrawing(overlayGraphics, area, pixels, style(), model).draw();
            overlayGraphics.dispose();
        }
    }
}
