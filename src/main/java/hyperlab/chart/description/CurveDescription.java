package hyperlab.chart.description;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * A curve: where it is lowest and where it ends, among its points with finite values.
 *
 * @param name the curve's name
 * @param lowestX where it is lowest; the first such place
 * @param lowest its lowest value
 * @param lastX where it ends
 * @param last its value there
 */
public record CurveDescription(String name, double lowestX, double lowest, double lastX, double last) {
    /** Describes the curve through (x₀, y₀), …; empty if no point is finite. */
    public static Optional<CurveDescription> of(String name, int size, IntToDoubleFunction x, IntToDoubleFunction y) {
        int lowest = -1;
        int last = -1;
        for (int i = 0; i < size; i++) {
            if (Double.isFinite(x.applyAsDouble(i)) && Double.isFinite(y.applyAsDouble(i))) {
                last = i;
                if (lowest < 0 || y.applyAsDouble(i) < y.applyAsDouble(lowest)) {
                    lowest = i;
                }
            }
        }
        return last < 0
                ? Optional.empty()
                : Optional.of(new CurveDescription(
                        name,
                        x.applyAsDouble(lowest),
                        y.applyAsDouble(lowest),
                        x.applyAsDouble(last),
                        y.applyAsDouble(last)));
    }

    /** Whether the lowest point is the last one. */
    boolean isLowestAtEnd() {
        return lowestX == lastX;
    }
}
