package hyperlab.chart;

/**
 * One walk on a surface.
 *
 * @param points where it is after 0, 1, … steps, as far as it is known
 * @param now the step that it stands at, within the points; what comes after is drawn faintly
 * @param look of its line and of the markers at its steps; the marker of where it stands now is the same, larger
 * @param name beside where it stands now; empty for none
 */
public record SurfacePath(Curve points, int now, CurveLook look, String name) {
    public SurfacePath {
        if (now < 0 || now >= points.size()) {
            throw new IllegalArgumentException("step " + now + " of a path of " + points.size() + " points");
        }
    }
}
