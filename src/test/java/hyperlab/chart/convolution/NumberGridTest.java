package hyperlab.chart.convolution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.chart.ColorScale;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberGridTest {
    private static final double[] NUMBERS = {-1, 0, 1, -2, 0, 2, -1, 0, 1};

    /** On a projector, numbers are as large as the axes' text or left out. */
    @ParameterizedTest
    @CsvSource({"12, 120, 11", "20, 120, 20", "20, 60, 0", "28, 150, 28", "28, 60, 0", "32, 200, 32"})
    void numbersAreWrittenWhereTheyFit(double axisFont, double side, int size) throws ParserConfigurationException {
        List<Integer> sizes = new ArrayList<>();
        SVGGraphics2D g2 = new SVGGraphics2D(
                DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument()) {
            @Override
            public void drawString(String text, float x, float y) {
                sizes.add(Math.round(getFont().getSize2D()));
            }
        };
        ChartStyle style = new ChartStyle(ChartTheme.LIGHT, axisFont / 12);
        NumberGrid.draw(g2, new Rectangle2D.Double(0, 0, side, side), 3, NUMBERS, ColorScale.DIVERGING, 2, style);
        assertEquals(Collections.nCopies(size == 0 ? 0 : NUMBERS.length, size), sizes);
    }

    /** In narrow cells, a number is left out before it is rounded to zero. */
    @ParameterizedTest
    @CsvSource({"0.04, 30, 0.04", "0.04, 15, ", "0.36, 30, 0.36", "0.36, 15, 0.4"})
    void smallNumbersAreNotRoundedToZero(double number, double side, @Nullable String text) {
        ChartStyle style = new ChartStyle(ChartTheme.LIGHT, 1);
        List<String> texts = NumberGrid.texts(new double[] {number, number, 0}, side, style);
        assertEquals(text == null ? List.of() : List.of(text, text, "0"), texts);
    }
}
