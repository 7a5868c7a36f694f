package hyperlab.app.lesson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lesson.Curve;
import hyperlab.lesson.Question.Axis;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SketchDraftTest {
    @Test
    void theKeyboardRaisesAKnotAndConnectsItToItsNeighbors() {
        SketchDraft draft = SketchDraft.empty().moved(1).raised(0.4);
        assertEquals(1, draft.knot());
        assertEquals(0.9, draft.knotHeight(), 1e-12);
        assertEquals(0.125, draft.knotPosition(), 1e-12);
        double[] heights = draft.heights();
        assertArrayEquals(
                new double[] {0.5, 0.6, 0.7, 0.8, 0.9, 0.8, 0.7, 0.6, 0.5, 0.5}, Arrays.copyOf(heights, 10), 1e-12);
    }

    @Test
    void staysOnTheAxes() {
        SketchDraft draft = SketchDraft.empty().moved(-3).raised(7);
        assertEquals(0, draft.knot());
        assertEquals(1, draft.knotHeight());
        assertEquals(SketchDraft.KNOTS - 1, draft.moved(100).knot());
        double[] drawn = SketchDraft.empty().drawn(-1, 2, 2, -1).heights();
        assertEquals(1, drawn[0]);
        assertEquals(0, drawn[SketchDraft.POINTS - 1]);
    }

    @Test
    void thePointerDrawsStraightPieces() {
        SketchDraft draft = SketchDraft.empty().drawn(0.25, 0.2, 0.5, 0.6);
        double[] heights = draft.heights();
        assertTrue(Double.isNaN(heights[7]));
        assertEquals(0.2, heights[8], 1e-12);
        assertEquals(0.4, heights[12], 1e-12);
        assertEquals(0.6, heights[16], 1e-12);
        assertTrue(Double.isNaN(heights[17]));
        SketchDraft back = draft.drawn(0.5, 0.6, 0.25, 0.8);
        assertEquals(0.7, back.heights()[12], 1e-12);
    }

    @Test
    void theCurveIsOnTheAxesOfTheQuestion() {
        SketchDraft draft = SketchDraft.empty().drawn(0, 0, 1, 1);
        Axis x = new Axis("B", 1, 100, true);
        Axis y = new Axis("noise", 0, 4, false);
        Curve curve = draft.curve(x, y);
        assertEquals(10, curve.x()[16], 1e-9);
        assertEquals(2, curve.y()[16], 1e-9);
        assertEquals(0, SketchDraft.empty().curve(x, y).finiteCount());
    }
}
