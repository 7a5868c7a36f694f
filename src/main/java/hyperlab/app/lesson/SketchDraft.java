package hyperlab.app.lesson;

import hyperlab.lesson.Curve;
import hyperlab.lesson.Question.Axis;
import java.util.Arrays;

/**
 * A curve that is being sketched, drawn with the pointer or moved knot by knot with the keyboard. Immutable.
 *
 * @param heights the height at {@value #POINTS} equally spaced positions of the horizontal axis, from 0 at the lower
 *     end of the vertical axis to 1 at its upper end; NaN where nothing is drawn
 * @param knot the selected knot, 0 … {@value #KNOTS} − 1
 */
public record SketchDraft(double[] heights, int knot) {
    public static final int KNOTS = 9;
    /** The number of points; there is a knot at every fourth one. */
    public static final int POINTS = 33;

    private static final int STRIDE = (POINTS - 1) / (KNOTS - 1);
    private static final double MIDDLE = 0.5;

    public SketchDraft {
        if (heights.length != POINTS) {
            throw new IllegalArgumentException("expected " + POINTS + " heights, got " + heights.length);
        }
        heights = heights.clone();
    }

    public static SketchDraft empty() {
        double[] none = new double[POINTS];
        Arrays.fill(none, Double.NaN);
        return new SketchDraft(none, 0);
    }

    /** Whether nothing is drawn. */
    public boolean isEmpty() {
        return Arrays.stream(heights).allMatch(Double::isNaN);
    }

    /** Selects the next or the previous knot. Everything that is not drawn yet becomes a line at half height. */
    public SketchDraft moved(int knots) {
        return new SketchDraft(filled(), Math.max(0, Math.min(KNOTS - 1, knot + knots)));
    }

    /** Raises the selected knot; the curve stays straight between it and its neighbors. */
    public SketchDraft raised(double amount) {
        double[] raised = filled();
        int at = knot * STRIDE;
        raised[at] = clip(raised[at] + amount);
        connect(raised, at - STRIDE, at);
        connect(raised, at, at + STRIDE);
        return new SketchDraft(raised, knot);
    }

    /**
     * Draws a straight piece of the curve; positions and heights are parts of the axes.
     *
     * @param fromX where the pointer was
     * @param toX where the pointer is
     */
    public SketchDraft drawn(double fromX, double fromHeight, double toX, double toHeight) {
        double[] drawn = heights.clone();
        int first = index(Math.min(fromX, toX));
        int last = index(Math.max(fromX, toX));
        for (int i = first; i <= last; i++) {
            double part = toX == fromX ? 1 : (i / (POINTS - 1.0) - fromX) / (toX - fromX);
            drawn[i] = clip(fromHeight + clip(part) * (toHeight - fromHeight));
        }
        return new SketchDraft(drawn, knot);
    }

    /** The position of the selected knot on the horizontal axis, 0 … 1. */
    public double knotPosition() {
        return knot / (KNOTS - 1.0);
    }

    /** The height of the selected knot; NaN if it is not drawn. */
    public double knotHeight() {
        return heights[knot * STRIDE];
    }

    /** The sketch on the axes of the question. */
    public Curve curve(Axis horizontal, Axis vertical) {
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            x[i] = horizontal.value(i / (POINTS - 1.0));
            y[i] = Double.isNaN(heights[i]) ? Double.NaN : vertical.value(heights[i]);
        }
        return new Curve(x, y);
    }

    private double[] filled() {
        return Arrays.stream(heights)
                .map(height -> Double.isNaN(height) ? MIDDLE : height)
                .toArray();
    }

    private static void connect(double[] heights, int from, int to) {
        if (from < 0 || to >= POINTS) {
            return;
        }
        for (int i = from + 1; i < to; i++) {
            heights[i] = heights[from] + (heights[to] - heights[from]) * (i - from) / (to - from);
        }
    }

    private static int index(double position) {
        return (int) Math.round(clip(position) * (POINTS - 1));
    }

    private static double clip(double part) {
        return Math.max(0, Math.min(1, part));
    }

    @Override
    public double[] heights() {
        return heights.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SketchDraft draft && knot == draft.knot && Arrays.equals(heights, draft.heights);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(heights) + knot;
    }

    @Override
    public String toString() {
        return Arrays.toString(heights) + " at " + knot;
    }
}
