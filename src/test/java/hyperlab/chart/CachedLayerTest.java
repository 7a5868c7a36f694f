package hyperlab.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.series.MarkerCache;
import hyperlab.chart.style.ChartRenderingHint;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachedLayerTest {
    private static final Rectangle2D AREA = new Rectangle2D.Double(5.5, 4, 30, 20);

    private int drawn;

    private void drawRing(Graphics2D g2) {
        drawn++;
        g2.setColor(new Color(0x0969da));
        g2.setStroke(new BasicStroke(1.5f));
        g2.draw(new Ellipse2D.Double(10.3, 7.6, 14, 12));
    }

    private BufferedImage draw(double sharpness, boolean again, Consumer<Graphics2D> drawing) {
        BufferedImage image =
                new BufferedImage((int) (50 * sharpness), (int) (40 * sharpness), BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g2.setRenderingHint(ChartRenderingHint.REUSE_CACHED, again);
        g2.scale(sharpness, sharpness);
        g2.setColor(Color.WHITE);
        g2.fill(new Rectangle2D.Double(0, 0, 50, 40));
        drawing.accept(g2);
        g2.dispose();
        return image;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.25, 2})
    void cachedLayerLooksLikeDirectDrawing(double sharpness) {
        CachedLayer cachedLayer = new CachedLayer();
        BufferedImage plain = draw(sharpness, false, this::drawRing);
        for (int k = 0; k < 3; k++) {
            BufferedImage again = draw(sharpness, true, g2 -> cachedLayer.draw(g2, AREA, "ring", this::drawRing));
            assertTrue(Pixels.largestDifference(plain, again) <= 2, "drawing " + k);
        }
        assertEquals(2, drawn, "once by itself, once to be kept");
    }

    @Test
    void redrawsOnAnyChange() {
        CachedLayer cachedLayer = new CachedLayer();
        draw(1, true, g2 -> cachedLayer.draw(g2, AREA, "ring", this::drawRing));
        draw(1, true, g2 -> cachedLayer.draw(g2, AREA, "another", this::drawRing));
        draw(2, true, g2 -> cachedLayer.draw(g2, AREA, "another", this::drawRing));
        Rectangle2D wider = new Rectangle2D.Double(5.5, 4, 31, 20);
        draw(2, true, g2 -> cachedLayer.draw(g2, wider, "another", this::drawRing));
        assertEquals(4, drawn);
        draw(1, false, g2 -> cachedLayer.draw(g2, AREA, "another", this::drawRing));
        draw(1, false, g2 -> cachedLayer.draw(g2, AREA, "another", this::drawRing));
        assertEquals(6, drawn, "on a page each time");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.25, 2})
    void cachedMarkerLooksLikeDirectDrawingAtAnyPosition(double sharpness) {
        MarkerCache<String> stamps = new MarkerCache<>((g2, which) -> {
            drawn++;
            g2.setColor(new Color(0xa85803));
            g2.fill(new Ellipse2D.Double(-4, -4, 8, 8));
        });
        for (int k = 0; k < 400; k++) {
            double x = 10 + k * 0.0731;
            double y = 12 + k * 0.0413;
            BufferedImage plain = draw(sharpness, false, g2 -> stamps.draw(g2, "dot", 5, x, y));
            BufferedImage stamped = draw(sharpness, true, g2 -> stamps.draw(g2, "dot", 5, x, y));
            // At most 1/16 of a pixel in each direction, for a color that differs from white by up to 0xfc.
            assertTrue(Pixels.largestDifference(plain, stamped) <= 40, () -> "at " + x + ", " + y);
        }
        assertTrue(drawn <= 400 + 64, "one stamp for each eighth of a pixel, got " + (drawn - 400));
    }
}
