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
 * @param curve f
 * @param formula what stands along the y axis
 * @param window the part of the plane shown; walks that leave it are marked at its edge
 * @param start where all walks begin
 * @param step the play head
 * @param lines the walks to draw, the chosen one among them if it is drawn
 * @param chosen the one whose next step is shown; null for none
 * @param slope f′ where the chosen one is
 * @param startLabel beside the start
 * @param startHint behind that on a screen: what can be done with it
 * @param slopeLabel beside the tangent
 * @param arrows what the chosen one's next step is made of, along the x axis, the step itself first
 * @param lit what of the chosen one's next step stands out, beside arrows
 * @param cloud where walks with noise are, as x; they stand on the curve
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

    /** With nothing that stands out, no hint and no noise. */
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

    /** What of a step can stand out. */
    public enum Lit {
        /** The tangent. */
        SLOPE,
        /** The point that the step leads to. */
        NEXT,
        /** How far that is above or below. */
        VALUE
    }

    /**
     * From one x to another, with a name.
     *
     * @param lit whether it stands out
     */
    public record Arrow(double from, double to, Ink ink, String name, boolean lit) {
        public Arrow(double from, double to, Ink ink, String name) {
            this(from, to, ink, name, false);
        }
    }

    /** Places of walks on the curve. */
    public record Cloud(List<Double> x, Ink ink) {
        public static final Cloud NONE = new Cloud(List.of(), ChartTheme::muted);

        public Cloud {
            x = List.copyOf(x);
        }
    }

    /** The chosen one last, so that nothing covers it. */
    List<RacerLine> backToFront() {
        List<RacerLine> ordered = new ArrayList<>(lines);
        if (chosen != null && ordered.remove(chosen)) {
            ordered.add(chosen);
        }
        return ordered;
    }
}
