package hyperlab.chart;

/**
 * One descent path on a surface.
 *
 * @param points positions after 0, 1, … steps, as far as they are known
 * @param now index of the current step; later points are drawn faint
 * @param look of its line and of the markers at its steps; the marker at the current position is larger
 * @param name label of the current position; empty for none
 */
public record SurfacePath(Curve points, int now, CurveLook look, String name) {
    public SurfacePath {
        if (now < 0 || now >= points.size()) {
            throw new IllegalArgumentException("step " + now + " of a path of " + points.size() + " points");
        }
    }
}
