package hyperlab.chart.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.Themed;
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AxisTitleTest {
    private static final ChartStyle PRESENTED = new ChartStyle(ChartTheme.LIGHT, 1.5);
    /** A Thai letter, which the charts' own font lacks. */
    private static final String THAI = "\u0e01";

    static Stream<ValueAxis> axes() {
        return Stream.of(LinearAxis.ofPositions(), new LogarithmicAxis(), new UnitIntervalAxis(), new ClassAxis(false));
    }

    @ParameterizedTest
    @MethodSource("axes")
    void fallsBackToSystemFontForMissingGlyphs(ValueAxis axis) {
        ((Themed) axis).style(PRESENTED);
        axis.setLabel("epoch");
        assertEquals(PRESENTED.axisFont(), axis.getLabelFont());
        axis.setLabel(THAI);
        assertEquals("SansSerif", axis.getLabelFont().getFamily());
        assertEquals(PRESENTED.axisFont().getSize2D(), axis.getLabelFont().getSize2D());
        axis.setLabel("epoch");
        assertEquals(PRESENTED.axisFont(), axis.getLabelFont());
    }
}
