package hyperlab.chart.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.style.ChartTheme;
import hyperlab.diagnosis.RegularizationPath;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Quantiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityChartsTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
    private static final List<CapacityChart.SizeResult> SIZES = List.of(
            new CapacityChart.SizeResult(1, spread(0.6), spread(0.62)),
            new CapacityChart.SizeResult(4, spread(0.2), spread(0.3)),
            new CapacityChart.SizeResult(16, spread(0.02), spread(0.25)),
            new CapacityChart.SizeResult(64, spread(0.001), spread(0.5)));

    private static Quantiles spread(double median) {
        return new Quantiles(median, 0.8 * median, 1.4 * median, 0.5 * median, 2 * median);
    }

    @Test
    void lossesByUnitsMatchReferenceImage() {
        CapacityChart chart = new CapacityChart(ENGLISH, ChartTheme.LIGHT);
        chart.show(new CapacityChart.Model(SIZES, false));
        GoldenImage.assertMatchesReference("capacity-light", chart.chart(), 520, 300);
    }

    @Test
    void layersHaveIntegerAxis() {
        CapacityChart chart = new CapacityChart(ENGLISH, ChartTheme.LIGHT);
        chart.show(new CapacityChart.Model(
                List.of(new CapacityChart.SizeResult(0, spread(1), spread(1)), SIZES.get(0)), true));
        assertEquals("hidden layers", chart.chart().getXYPlot().getDomainAxis().getLabel());
        assertEquals(1, chart.chart().getXYPlot().getDomainAxis().getUpperBound());
        chart.show(new CapacityChart.Model(SIZES, false));
        chart.texts(Texts.in(Language.KOREAN));
        assertEquals(
                "은닉층마다의 뉴런 수, 로그 눈금", chart.chart().getXYPlot().getDomainAxis().getLabel());
    }

    @Test
    void pathsMatchReferenceImageWithReversedStrength() {
        RegularizationPathChart chart = new RegularizationPathChart(ENGLISH, ChartTheme.DARK);
        RegularizationPath path = new RegularizationPath(
                RegularizationPath.PenaltyKind.L1,
                List.of("bmi", "bp", "s5"),
                new double[] {0.001, 0.01, 0.1, 1},
                new double[][] {{0.4, 0.2, -0.3}, {0.35, 0.15, -0.2}, {0.2, 0, -0.05}, {0, 0, 0}});
        chart.show(new RegularizationPathChart.Model(path, 1));
        GoldenImage.assertMatchesReference("paths-dark", chart.chart(), 520, 300);
    }
}
