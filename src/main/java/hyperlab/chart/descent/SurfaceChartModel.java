package hyperlab.chart.descent;

import hyperlab.chart.Surface;
import hyperlab.chart.style.ThemeColor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link SurfaceChart} shows at one position of the play head.
 *
 * @param surface the function; pass the same object while it has not changed
 * @param xName title of the x axis
 * @param yName title of the y axis
 * @param paths in drawing order, the most important last
 * @param start the starting point; null for no handle
 * @param minima minima of the function
 * @param arrows between points, such as the next step
 */
public record SurfaceChartModel(
        Surface surface,
        String xName,
        String yName,
        List<SurfacePath> paths,
        @Nullable NamedPoint start,
        List<NamedPoint> minima,
        List<Arrow> arrows) {
    public SurfaceChartModel {
        paths = List.copyOf(paths);
        minima = List.copyOf(minima);
        arrows = List.copyOf(arrows);
    }

    /**
     * A point of the plane with its name, which may be empty.
     *
     * @param hint text after the name on a screen: what the user can do with the point; empty for none
     * @param minor whether it is one of many, which are drawn small
     */
    public record NamedPoint(double x, double y, String name, String hint, boolean minor) {
        public NamedPoint(double x, double y, String name, String hint) {
            this(x, y, name, hint, false);
        }

        public NamedPoint(double x, double y, String name) {
            this(x, y, name, false);
        }

        public NamedPoint(double x, double y, String name, boolean minor) {
            this(x, y, name, "", minor);
        }
    }

    /**
     * An arrow between two points of the plane.
     *
     * @param name label at its tip, which may be empty
     * @param highlighted whether it is highlighted
     */
    public record Arrow(
            double fromX,
            double fromY,
            double toX,
            double toY,
            ThemeColor themeColor,
            String name,
            boolean highlighted) {
        public Arrow(double fromX, double fromY, double toX, double toY, ThemeColor themeColor, String name) {
            this(fromX, fromY, toX, toY, themeColor, name, false);
        }
    }
}
