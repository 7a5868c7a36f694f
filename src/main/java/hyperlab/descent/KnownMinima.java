package hyperlab.descent;

import hyperlab.descent.ObjectiveFunction.Minimum;
import java.util.OptionalDouble;

/** Distances between points and the known minima of a function. */
public final class KnownMinima {
    private KnownMinima() {}

    /** The value of the lowest known minimum; empty if none is known. */
    public static OptionalDouble lowestValue(ObjectiveFunction objective) {
        return objective.minima().stream().mapToDouble(Minimum::value).min();
    }

    /** The Euclidean distance from {@code point} to the nearest known minimum; empty if none is known. */
    public static OptionalDouble distance(ObjectiveFunction objective, double... point) {
        Minimum nearest = null;
        double smallestSquare = Double.POSITIVE_INFINITY;
        for (Minimum minimum : objective.minima()) {
            double dx = point[0] - minimum.point().get(0);
            double dy = point.length == 1 ? 0 : point[1] - minimum.point().get(1);
            double squaredDistance = dx * dx + dy * dy;
            if (nearest == null || squaredDistance < smallestSquare) {
                nearest = minimum;
                smallestSquare = squaredDistance;
            }
        }
        return nearest == null ? OptionalDouble.empty() : OptionalDouble.of(distance(nearest, point));
    }

    /** The Euclidean distance from {@code point} to one minimum. */
    public static double distance(Minimum minimum, double... point) {
        double dx = point[0] - minimum.point().get(0);
        return point.length == 1
                ? Math.abs(dx)
                : Math.hypot(dx, point[1] - minimum.point().get(1));
    }
}
