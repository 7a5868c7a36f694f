package hyperlab.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link SurfaceChart} shows at one position of the play head.
 *
 * @param surface the ground; the same object as before wherever it has not changed
 * @param xName along the x axis
 * @param yName along the y axis
 * @param paths the walks, those that matter most last
 * @param start where they begin; null for no handle
 * @param minima where the function is lowest
 * @param arrows from points to others, such as the next step
 */
public record SurfacePicture(
        Surface surface,
        String xName,
        String yName,
        List<SurfacePath> paths,
        @Nullable Spot start,
        List<Spot> minima,
        List<Arrow> arrows) {
    public SurfacePicture {
        paths = List.copyOf(paths);
        minima = List.copyOf(minima);
        arrows = List.copyOf(arrows);
    }

    /**
     * A point of the plane with its name, which may be empty.
     *
     * @param hint behind the name on a screen: what can be done with it; empty for nothing
     * @param minor whether it is one of many, and so drawn small
     */
    public record Spot(double x, double y, String name, String hint, boolean minor) {
        public Spot(double x, double y, String name, String hint) {
            this(x, y, name, hint, false);
        }

        public Spot(double x, double y, String name) {
            this(x, y, name, false);
        }

        public Spot(double x, double y, String name, boolean minor) {
            this(x, y, name, "", minor);
        }
    }

    /**
     * An arrow between two points of the plane.
     *
     * @param name of its tip, which may be empty
     * @param lit whether it stands out
     */
    public record Arrow(double fromX, double fromY, double toX, double toY, Ink ink, String name, boolean lit) {
        public Arrow(double fromX, double fromY, double toX, double toY, Ink ink, String name) {
            this(fromX, fromY, toX, toY, ink, name, false);
        }
    }
}
