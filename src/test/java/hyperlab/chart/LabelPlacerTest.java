package hyperlab.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelPlacerTest {
    private static final Rectangle2D BOUNDS = new Rectangle2D.Double(0, 0, 700, 340);

    @Test
    void placesLabelRightOfPointIfSpaceAllows() {
        Rectangle2D place = new LabelPlacer(BOUNDS, 1).placeLabel(300, 100, 80, 16);
        assertTrue(place.getMinX() > 300 && place.getMinX() < 320);
        assertEquals(100, place.getCenterY(), 1e-9);
    }

    @Test
    void labelsOfCoincidentPointsDoNotOverlap() {
        LabelPlacer placer = new LabelPlacer(BOUNDS, 1);
        List<Rectangle2D> places = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            places.add(placer.placeLabel(350, 330, 110, 16));
        }
        for (int k = 0; k < places.size(); k++) {
            assertTrue(BOUNDS.contains(places.get(k)));
            for (int other = 0; other < k; other++) {
                assertFalse(places.get(k).intersects(places.get(other)), k + " over " + other);
            }
        }
    }

    @Test
    void labelStaysInsideAtTheEdges() {
        for (double x : new double[] {0, 699}) {
            for (double y : new double[] {0, 339}) {
                assertTrue(BOUNDS.contains(new LabelPlacer(BOUNDS, 1).placeLabel(x, y, 110, 16)));
            }
        }
    }

    /** A label far away is led to its point by a line, which must not strike through another label. */
    @Test
    void noLabelLiesBetweenAPointAndItsLabel() {
        LabelPlacer placer = new LabelPlacer(BOUNDS, 1);
        Rectangle2D other = new Rectangle2D.Double(320, 92, 80, 16);
        placer.avoid(other);
        for (int x = 4; x < 700; x += 8) {
            for (int y = 4; y < 340; y += 6) {
                if (x < 402 || Math.abs(y - 100) > 12) {
                    placer.avoid(x, y);
                }
            }
        }
        Rectangle2D label = placer.placeLabel(300, 100, 80, 16);
        assertFalse(label.intersects(other), label.toString());
        assertTrue(label.getMinX() < 400, "the only free place is behind the other label: " + label);
    }

    /** A steep line through a label is as bad as a flat one: the label goes beside it, also on a projector. */
    @Test
    void labelIsNotCrossedByASteepLine() {
        LabelPlacer placer = new LabelPlacer(BOUNDS, 2);
        for (int y = 20; y < 180; y += 8) {
            placer.avoid(240, y);
            placer.avoid(360, y);
        }
        Rectangle2D label = placer.placeLabel(300, 100, 130, 16);
        assertTrue(label.getMaxX() < 240 || label.getMinX() > 360, label.toString());
    }

    @Test
    void labelAvoidsDrawnShapes() {
        LabelPlacer placer = new LabelPlacer(BOUNDS, 1);
        for (int x = 300; x < 450; x += 2) {
            placer.avoid(x, 100);
        }
        assertFalse(placer.placeLabel(300, 100, 80, 16).contains(330, 100));
    }

    /** A free place far away is better than a near one on the curve. */
    @Test
    void labelKeepsOffCurve() {
        LabelPlacer placer = new LabelPlacer(BOUNDS, 1);
        for (int x = 150; x <= 450; x += 8) {
            placer.avoidCurve(x, 60);
            placer.avoidCurve(x, 100);
            placer.avoidCurve(x, 150);
        }
        for (int y = 0; y < 340; y += 4) {
            placer.avoid(520, y);
        }
        Rectangle2D label = placer.placeLabel(300, 100, 130, 40);
        for (int y : new int[] {60, 100, 150}) {
            assertFalse(label.intersectsLine(150, y, 450, y), label.toString());
        }
    }

    /**
     * The racers of a descent meet near the minimum: no line to a label may pass through the label of another racer.
     */
    @Test
    void labelsOfClosePointsAreNotStruckThrough() {
        Rectangle2D bounds = new Rectangle2D.Double(0, 0, 400, 300);
        Random random = new Random(1);
        int struck = 0;
        for (int k = 0; k < 200; k++) {
            LabelPlacer placer = new LabelPlacer(bounds, 1.43);
            double[] x = random.doubles(4, 160, 240).toArray();
            double[] y = random.doubles(4, 250, 280).toArray();
            for (int at = 0; at < 400; at += 8) {
                placer.avoidCurve(at, 270 - (at - 200) * (at - 200) / 140.0);
                placer.avoid(at, 100 + at / 10.0);
            }
            for (int i = 0; i < x.length; i++) {
                placer.avoid(new Rectangle2D.Double(x[i] - 8, y[i] - 8, 16, 16));
            }
            for (int i = 0; i < x.length; i++) {
                placer.placeLabel(x[i], y[i], 100, 23);
            }
            List<Rectangle2D> labels = placer.rearrange();
            for (int i = 0; i < x.length; i++) {
                for (int other = 0; other < x.length; other++) {
                    struck += i != other && leader(x[i], y[i], labels.get(i)).intersects(labels.get(other)) ? 1 : 0;
                }
            }
        }
        assertEquals(0, struck, "labels with a line through them");
    }

    private static Line2D leader(double x, double y, Rectangle2D label) {
        return new Line2D.Double(
                x,
                y,
                Math.max(label.getMinX(), Math.min(x, label.getMaxX())),
                Math.max(label.getMinY(), Math.min(y, label.getMaxY())));
    }

    @Test
    void optionalLabelIsLeftOutWhereThereIsNoRoom() {
        LabelPlacer placer = new LabelPlacer(BOUNDS, 1);
        assertNotNull(placer.placeOptionalLabel(300, 100, 80, 16));
        placer.avoid(new Rectangle2D.Double(400, 0, 300, 340));
        assertNull(placer.placeOptionalLabel(600, 100, 80, 16));
    }
}
