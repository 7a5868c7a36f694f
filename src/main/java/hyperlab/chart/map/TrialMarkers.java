package hyperlab.chart.map;

import hyperlab.chart.series.Curve;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.map.MapAxis;
import hyperlab.map.MapPoint;
import hyperlab.tune.SearchDimension;
import java.util.List;
import java.util.Optional;

/** The trials of a search on a map. */
public final class TrialMarkers {
    private static final double RADIUS = 3;

    private TrialMarkers() {}

    /**
     * The markers of trials.
     *
     * @param name in the legend
     * @return empty without trials
     */
    public static Optional<MapMarker> of(List<MapPoint> trials, MapAxis x, MapAxis y, String name) {
        if (trials.isEmpty()) {
            return Optional.empty();
        }
        double[] xs = trials.stream().mapToDouble(trial -> place(trial.x(), x)).toArray();
        double[] ys = trials.stream().mapToDouble(trial -> place(trial.y(), y)).toArray();
        CurveStyle style =
                CurveStyle.points(ThemeColor.series(1), MarkerShape.SQUARE).radius(RADIUS);
        return Optional.of(new MapMarker(Curve.of(xs, ys), style, "", name));
    }

    /** The marker of the best trial, with its name next to it. */
    public static MapMarker best(MapPoint trial, MapAxis x, MapAxis y, String name) {
        CurveStyle style =
                CurveStyle.points(ThemeColor.series(0), MarkerShape.CIRCLE).radius(CurveStyle.CURRENT_RADIUS);
        return new MapMarker(Curve.point(place(trial.x(), x), place(trial.y(), y)), style, name);
    }

    /** The values of a choice are evenly spaced in [0, 1]. */
    private static double place(double number, MapAxis axis) {
        return axis.dimension() instanceof SearchDimension.CategoricalDimension choice
                ? (number + 0.5) / choice.values().size()
                : number;
    }
}
