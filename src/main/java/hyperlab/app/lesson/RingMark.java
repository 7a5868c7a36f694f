package hyperlab.app.lesson;

import hyperlab.lesson.Step;
import hyperlab.ui.Appearance;
import hyperlab.ui.control.chart.ChartView;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Where a step points at a place inside a chart: around a point, or along a part of the horizontal axis. */
final class RingMark {
    private static final double RADIUS = 14;
    private static final double HALF_WIDTH = 8;

    private final Appearance appearance;

    RingMark(Appearance appearance) {
        this.appearance = appearance;
    }

    /**
     * The bounds of the mark in the scene; empty if the step points at the whole part, or the chart is not drawn yet.
     */
    Optional<Bounds> place(LessonState state, Node part) {
        ChartView chart = chart(part);
        List<Double> mark = state.mark();
        if (chart == null || mark.isEmpty() || state.isFinished() || !(state.step() instanceof Step.Observe observe)) {
            return Optional.empty();
        }
        Bounds area = chart.dataArea();
        double x = chart.horizontalPosition(mark.get(0));
        Bounds local;
        if (observe.at() instanceof Step.Place.Point) {
            double y = chart.verticalPosition(mark.get(1));
            double radius = appearance.scaledLength(RADIUS);
            local = new BoundingBox(x - radius, y - radius, 2 * radius, 2 * radius);
        } else {
            double half = observe.at() instanceof Step.Place.Range ? 0 : appearance.scaledLength(HALF_WIDTH);
            double end = observe.at() instanceof Step.Place.Range ? chart.horizontalPosition(mark.get(1)) : x;
            double left = Math.max(area.getMinX(), Math.min(x, end) - half);
            double right = Math.min(area.getMaxX(), Math.max(x, end) + half);
            local = new BoundingBox(left, area.getMinY(), right - left, area.getHeight());
        }
        boolean visible = local.getWidth() > 0
                && area.intersects(local)
                && Double.isFinite(local.getMinX() + local.getMinY() + local.getWidth() + local.getHeight());
        return visible ? Optional.of(chart.localToScene(local)) : Optional.empty();
    }

    /** The first visible chart in a part of the stage; null if there is none. */
    private static @Nullable ChartView chart(Node node) {
        if (!node.isVisible()) {
            return null;
        }
        if (node instanceof ChartView chart) {
            return chart;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                ChartView found = chart(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
