package hyperlab.chart.lesson;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.lesson.SketchChart.AxisModel;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SketchChartTest {
    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void showsTheSketchNextToTheActualCurve(ChartTheme theme) {
        SketchChart chart = new SketchChart(Texts.in(Language.ENGLISH), theme);
        double[] x = IntStream.rangeClosed(1, 10).asDoubleStream().toArray();
        double[] vanishing = IntStream.rangeClosed(1, 10)
                .mapToDouble(layer -> Math.pow(0.25, 10 - layer))
                .toArray();
        double[] level = IntStream.rangeClosed(1, 10).mapToDouble(layer -> 0.5).toArray();
        chart.show(new SketchChart.Model(
                new AxisModel("layer", 1, 10, false, true),
                new AxisModel("gradient", 1e-7, 10, true, false),
                Curve.of(x, level),
                Curve.of(x, vanishing)));
        GoldenImage.assertMatchesReference(
                "lesson-sketch-" + theme.name().toLowerCase(java.util.Locale.ROOT), chart.chart(), 480, 300);
    }
}
