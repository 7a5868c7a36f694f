package hyperlab.chart.descent;

import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.ThemeColor;
import hyperlab.descent.ObjectiveFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What {@link DescentChart} shows at one position of the play head.
 *
 * @param curve the function f
 * @param formula title of the y axis
 * @param window the part of the plane to show; paths that leave it are marked at its edge
 * @param start x at which all paths start
 * @param step position of the play head
 * @param lines the paths to draw, including the selected one if it is drawn
 * @param chosen the path whose next step is shown; null for none
 * @param slope f′ at the current position of the selected path
 * @param startLabel label of the starting point
 * @param startHint text after that label on a screen: what the user can do with the point
 * @param slopeLabel label of the tangent
 * @param arrows the components of the selected path's next step, along the x axis, the step itself first
 * @param highlights the highlighted parts of the selected path's next step, other than arrows
 * @param cloud current positions of the noisy paths, as x; they are drawn on the curve
 */
public record DescentChartModel(
        DoubleUnaryOperator curve,
        String formula,
        ObjectiveFunction.PlotWindow window,
        double start,
        int step,
        List<DescentLine> lines,
        @Nullable DescentLine chosen,
        double slope,
        String startLabel,
        String startHint,
        String slopeLabel,
        List<Arrow> arrows,
        Set<Highlight> highlights,
        PathCloud cloud) {
    public DescentChartModel {
        lines = List.copyOf(lines);
        arrows = List.copyOf(arrows);
        highlights = Set.copyOf(highlights);
    }

    /** Creates a picture without highlights, hint, or noise. */
    public DescentChartModel(
            DoubleUnaryOperator curve,
            String formula,
            ObjectiveFunction.PlotWindow window,
            double start,
            int step,
            List<DescentLine> lines,
            @Nullable DescentLine chosen,
            double slope,
            String startLabel,
            String slopeLabel,
            List<Arrow> arrows) {
        this(
                curve,
                formula,
                window,
                start,
                step,
                lines,
                chosen,
                slope,
                startLabel,
                "",
                slopeLabel,
                arrows,
                Set.of(),
                PathCloud.NONE);
    }

    /** The parts of a step that can be highlighted. */
    public enum Highlight {
        /** The tangent. */
        SLOPE,
        /** The point that the step leads to. */
        NEXT,
        /** The change in value from the current point. */
        VALUE
    }

    /**
     * An arrow from one x to another, with a name.
     *
     * @param highlighted whether it is highlighted
     */
    public record Arrow(double from, double to, ThemeColor themeColor, String name, boolean highlighted) {
        public Arrow(double from, double to, ThemeColor themeColor, String name) {
            this(from, to, themeColor, name, false);
        }
    }

    /** Positions of paths on the curve. */
    public record PathCloud(List<Double> x, ThemeColor themeColor) {
        public static final PathCloud NONE = new PathCloud(List.of(), ChartTheme::muted);

        public PathCloud {
            x = List.copyOf(x);
        }
    }

    /** Returns the paths with the selected one last, so that nothing covers it. */
    List<DescentLine> inDrawingOrder() {
        List<DescentLine> ordered = new ArrayList<>(lines);
        if (chosen != null && ordered.remove(chosen)) {
            ordered.add(chosen);
        }
        return ordered;
    }
}
