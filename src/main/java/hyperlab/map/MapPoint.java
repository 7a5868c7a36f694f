package hyperlab.map;

import hyperlab.rule.Checks;

/**
 * A place on a map by the values of both axes. The values of a choice are at 0, 1, 2, …
 *
 * @param x finite
 * @param y finite
 */
public record MapPoint(double x, double y) {
    public MapPoint {
        Checks.finite("x", x);
        Checks.finite("y", y);
    }
}
