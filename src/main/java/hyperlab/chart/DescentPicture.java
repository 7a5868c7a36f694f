package hyperlab.chart;

import hyperlab.descent.Objective;
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
 * @param lit the highlighted parts of the selected path's next step, other than arrows
 * @param cloud current positions of the noisy paths, as x; they are drawn on the curve
 */
public record DescentPicture(
        DoubleUnaryOperator curve,
        String formula,
        Objective.Window window,
        double start,
        int step,
        List<RacerLine> lines,
        @Nullable RacerLine chosen,
        double slope,
        String startLabel,
        String startHint,
        String slopeLabel,
        List<Arrow> arrows,
        Set<Lit> lit,
        Cloud cloud) {
    public DescentPicture {
        lines = List.copyOf(lines);
        arrows = List.copyOf(arrows);
        lit = Set.copyOf(lit);
    }

    /** Creates a picture without highlights, hint, or noise. */
    public DescentPicture(
            DoubleUnaryOperator curve,
            String formula,
            Objective.Window window,
            double start,
            int step,
            List<RacerLine> lines,
            @Nullable RacerLine chosen,
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
                Cloud.NONE);
    }

    /** The parts of a step that can be highlighted. */
    public enum Lit {
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
     * @param lit whether it is highlighted
     */
    public record Arrow(double from, double to, Ink ink, String name, boolean lit) {
        public Arrow(double from, double to, Ink ink, String name) {
            this(from, to, ink, name, false);
        }
    }

    /** Positions of paths on the curve. */
    public record Cloud(List<Double> x, Ink ink) {
        public static final Cloud NONE = new Cloud(List.of(), ChartTheme::muted);

        public Cloud {
            x = List.copyOf(x);
        }
    }

    /** Returns the paths with the selected one last, so that nothing covers it. */
    List<RacerLine> backToFront() {
        List<RacerLine> ordered = new ArrayList<>(lines);
        if (chosen != null && ordered.remove(chosen)) {
            ordered.add(chosen);
        }
        return ordered;
    }
}
