package hyperlab.chart.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.TextPainter;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;

/** The title of an axis stays within the area of the plot. */
class AxisTitleTest {
    private static final String WHOLE = "|batch − true gradient|, log scale";
    private static final Font FONT = ChartFonts.regular(18);

    /**
     * Returns the title next to a vertical axis of {@code length} pixels, in a plot that extends {@code before} and
     * {@code behind} pixels beyond it.
     */
    private static String upright(double length, double before, double behind) {
        Rectangle2D around = new Rectangle2D.Double(0, 0, 400, before + length + behind);
        Rectangle2D area = new Rectangle2D.Double(80, before, 300, length);
        return AxisSupport.fitTitle(WHOLE, FONT, around, area, RectangleEdge.LEFT);
    }

    @Test
    void isWholeWhereItHasRoomBeyondTheAxisToo() {
        double width = TextPainter.width(WHOLE, FONT);
        assertEquals(WHOLE, upright(width, 0, 0));
        assertEquals(WHOLE, upright(width - 40, 20, 60));
        Rectangle2D across = new Rectangle2D.Double(0, 0, width, 40);
        assertEquals(WHOLE, AxisSupport.fitTitle(WHOLE, FONT, across, across, RectangleEdge.BOTTOM));
    }

    @Test
    void givesUpItsLastPartAndThenItsEnd() {
        double width = TextPainter.width(WHOLE, FONT);
        assertEquals("|batch − true gradient|", upright(width - 40, 10, 60));
        String cut = upright(width / 2, 0, 50);
        assertTrue(cut.startsWith("|batch") && cut.endsWith("…"), cut);
        assertTrue(TextPainter.width(cut, FONT) <= width / 2, cut);
    }

    @Test
    void noneStaysNone() {
        Rectangle2D area = new Rectangle2D.Double(0, 0, 10, 10);
        assertNull(AxisSupport.fitTitle(null, FONT, area, area, RectangleEdge.LEFT));
    }
}
