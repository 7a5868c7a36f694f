package hyperlab.chart;

import hyperlab.descent.Objective;
import java.util.ArrayList;
import java.util.List;
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
 * @param slopeLabel beside the tangent
 * @param arrows what the chosen one's next step is made of, along the x axis, the step itself first
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
        String slopeLabel,
        List<Arrow> arrows) {
    public DescentPicture {
        lines = List.copyOf(lines);
        arrows = List.copyOf(arrows);
    }

    /** From one x to another, with a name. */
    public record Arrow(double from, double to, Ink ink, String name) {}

    /** The chosen one last, so that nothing covers it. */
    List<RacerLine> backToFront() {
        List<RacerLine> ordered = new ArrayList<>(lines);
        if (chosen != null && ordered.remove(chosen)) {
            ordered.add(chosen);
        }
        return ordered;
    }
}
