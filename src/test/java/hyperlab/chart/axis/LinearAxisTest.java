package hyperlab.chart.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearAxisTest {
    /** A narrow axis has at least two ticks if their labels fit, because one says nothing about the scale. */
    @ParameterizedTest
    @CsvSource({"185, −0.5 0 0.5", "60, 0", "700, −0.5 0 0.5"})
    void hasTwoTicksIfTheyFit(double width, String labels) {
        LinearAxis axis = LinearAxis.ofPositions();
        axis.style(new ChartStyle(ChartTheme.LIGHT, 1.6));
        axis.setRange(-0.95, 0.95);
        Graphics2D g2 = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB).createGraphics();
        List<String> texts = axis
                .refreshTicks(g2, new AxisState(), new Rectangle2D.Double(0, 0, width, 100), RectangleEdge.BOTTOM)
                .stream()
                .map(ValueTick::getText)
                .toList();
        assertEquals(List.of(labels.split(" ", -1)), texts);
    }
}
