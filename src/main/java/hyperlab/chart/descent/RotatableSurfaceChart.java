package hyperlab.chart.descent;

import hyperlab.chart.AnnotationChart;
import hyperlab.chart.Surface;
import hyperlab.chart.style.ChartTheme;

/**
 * A function of two variables as a shaded surface that can be turned, and descent paths on it. It shows the same model
 * as {@link SurfaceChart}: the minima, the starting point, each path with a ball at its current position, and the steps
 * after it faint. Parts of a path behind the surface are faint too.
 */
public final class RotatableSurfaceChart extends AnnotationChart<SurfaceChartModel, RotatableSurface> {
    public RotatableSurfaceChart(ChartTheme theme) {
        super(new RotatableSurface(), theme);
    }

    /** Whether the heights of a surface are drawn on a logarithmic scale. */
    public static boolean hasLogarithmicHeights(Surface surface) {
        return HeightScale.of(surface).isLogarithmic();
    }

    /** Turns the surface. */
    public void setAngles(ViewAngles angles) {
        drawing().setAngles(angles);
    }
}
