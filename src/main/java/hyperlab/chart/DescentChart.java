package hyperlab.chart;

import hyperlab.descent.Objective;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/**
 * A function of one variable and descent paths on it, up to the play head: each path with its steps, a ball at its
 * current position with its name, the starting point, and for the selected path the tangent and the next step. The axes
 * stay at the window of the picture; paths that leave it are marked at its edge. Once displayed, use only on the FX
 * thread.
 */
public final class DescentChart {
    /** The maximum number of steps drawn for a path; the newest are drawn. */
    public static final int MOST_STEPS = 200;

    private static final int CURVE_POINTS = 600;
    private static final double CURVE_WIDTH = 2.5;

    private final LinearAxis xAxis = LinearAxis.ofPositions();
    private final LinearAxis yAxis = LinearAxis.ofPositions();
    private final CurveDataset curve = new CurveDataset();
    private final CurveDataset paths = new CurveDataset();
    private final CurveRenderer pathRenderer = new CurveRenderer();
    private final DescentOverlay overlay = new DescentOverlay();
    private final JFreeChart chart;

    public DescentChart(ChartTheme theme) {
        chart = ChartStyle.of(theme).plot(xAxis, yAxis);
        CurveRenderer curveRenderer = new CurveRenderer();
        curveRenderer.looks(CurveLook.line(ChartTheme::axis, CURVE_WIDTH));
        XYPlot plot = chart.getXYPlot();
        plot.setDataset(0, curve);
        plot.setRenderer(0, curveRenderer);
        plot.setDataset(1, paths);
        plot.setRenderer(1, pathRenderer);
        plot.addAnnotation(overlay);
        xAxis.setLabel("x");
        style(ChartStyle.of(theme));
    }

    public JFreeChart chart() {
        return chart;
    }

    public void show(DescentPicture newPicture) {
        ChartStyle.atOnce(chart, () -> draw(newPicture));
    }

    public void style(ChartStyle style) {
        style.apply(chart);
    }

    /** Returns the x of a pixel of the plot, rounded to the precision of a pixel. */
    public double xAt(double pixelX, Rectangle2D plotArea) {
        return xAxis.atPixel(pixelX, plotArea);
    }

    private void draw(DescentPicture shown) {
        Objective.Window window = shown.window();
        xAxis.setRange(window.xLow(), window.xHigh());
        yAxis.setRange(window.yLow(), window.yHigh());
        yAxis.setLabel(shown.formula());
        curve.show(curve(shown));
        List<CurveLook> looks = new ArrayList<>();
        List<Curve> walked = new ArrayList<>();
        for (RacerLine line : shown.backToFront()) {
            boolean chosen = line.equals(shown.chosen());
            looks.add(line.look().width(chosen ? CurveLook.CHOSEN_WIDTH : CurveLook.WIDTH));
            walked.add(path(line, shown.step()));
        }
        pathRenderer.looks(looks);
        paths.show(walked);
        overlay.show(shown);
    }

    /** Samples the function, with a gap where it jumps from above the window to below it or back, as at a pole. */
    private static Curve curve(DescentPicture shown) {
        Objective.Window window = shown.window();
        double[] x = new double[2 * CURVE_POINTS + 2];
        double[] y = new double[2 * CURVE_POINTS + 2];
        int size = 0;
        for (int k = 0; k <= CURVE_POINTS; k++) {
            double place = window.xLow() + (window.xHigh() - window.xLow()) * k / CURVE_POINTS;
            double value = shown.curve().applyAsDouble(place);
            if (size > 0 && jumps(y[size - 1], value, window)) {
                x[size] = place;
                y[size++] = Double.NaN;
            }
            x[size] = place;
            y[size++] = value;
        }
        return Curve.of(x, y, size);
    }

    private static boolean jumps(double from, double to, Objective.Window window) {
        return Math.min(from, to) < window.yLow() && Math.max(from, to) > window.yHigh();
    }

    private static Curve path(RacerLine line, int step) {
        int to = Math.min(step, line.last());
        int from = Math.max(0, to - MOST_STEPS);
        double[] x = new double[to - from + 1];
        double[] y = new double[to - from + 1];
        for (int k = from; k <= to; k++) {
            x[k - from] = line.x().applyAsDouble(k);
            y[k - from] = line.value().applyAsDouble(k);
        }
        return Curve.of(x, y);
    }
}
