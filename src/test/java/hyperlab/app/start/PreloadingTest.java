package hyperlab.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.PlotChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.lab.FirstPicture;
import hyperlab.text.Language;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is loaded while the toolkit starts. Drawing an empty chart would not load curves and labels. */
class PreloadingTest {
    @ParameterizedTest
    @EnumSource
    void drawsCurvesAndWordsWithoutWindow(Language language) {
        FirstPicture picture = Preloading.begin(language, ChartTheme.LIGHT, Optional::empty)
                .firstPicture()
                .orElseThrow();
        List<PlotChart<?>> charts = picture.charts();
        assertEquals(2, charts.size());
        for (PlotChart<?> each : charts) {
            assertTrue(colored(each) > 100, () -> each.getClass().getName());
        }
    }

    private static long colored(PlotChart<?> chart) {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        chart.chart().draw(image.createGraphics(), new Rectangle(400, 300));
        return Arrays.stream(image.getRGB(0, 0, 400, 300, null, 0, 400))
                .filter(pixel -> Math.abs(((pixel >> 16) & 0xff) - (pixel & 0xff)) > 60)
                .count();
    }
}
