package hyperlab.chart.training;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContributionsChartTest {
    private static final List<String> SERIES = List.of("changed alone", "set back alone", "as a whole");

    private static void assertLooks(
            String name, ChartTheme theme, ContributionsChart.Model model, int width, int height) {
        ContributionsChart chart = new ContributionsChart(ChartTheme.LIGHT);
        chart.show(model);
        chart.style(ChartStyle.of(theme));
        GoldenImage.assertMatchesReference(
                name + "-" + theme.name().toLowerCase(Locale.ROOT), chart.chart(), width, height);
    }

    @ParameterizedTest
    @EnumSource
    void drawsEachGainWithItsInterval(ChartTheme theme) {
        ContributionsChart.Model model = new ContributionsChart.Model(
                List.of(
                        new ContributionsChart.Row(
                                "learning rate",
                                List.of(
                                        new ContributionsChart.Gain(0, 17, 8.2, 25.8),
                                        new ContributionsChart.Gain(1, 12.2, 7.4, 16.9))),
                        new ContributionsChart.Row(
                                "batch size",
                                List.of(
                                        new ContributionsChart.Gain(0, 5.7, -2.1, 13.4),
                                        new ContributionsChart.Gain(1, 0.8, -0.1, 1.7))),
                        new ContributionsChart.Row("not run", List.of()),
                        new ContributionsChart.Row(
                                "all tuned values", List.of(new ContributionsChart.Gain(2, 17.8, 9.3, 26.3))),
                        new ContributionsChart.Row(
                                "linear reference", List.of(new ContributionsChart.Gain(2, 20, 11.3, 28.7)))),
                SERIES,
                "points");
        assertLooks("contributions", theme, model, 620, 240);
    }

    /** An interval without width is a point, a long name is shortened, and 0 is always on the axis. */
    @ParameterizedTest
    @EnumSource
    void drawsEqualDifferencesAndLongNames(ChartTheme theme) {
        ContributionsChart.Model model = new ContributionsChart.Model(
                List.of(
                        new ContributionsChart.Row(
                                "학습률을 아주 길게 적은 이름과 그 밖의 여러 가지",
                                List.of(
                                        new ContributionsChart.Gain(0, -62, -65.7, -58.8),
                                        new ContributionsChart.Gain(1, -3, -3, -3))),
                        new ContributionsChart.Row("배치 크기", List.of(new ContributionsChart.Gain(0, -5.2, -6.7, -3.8)))),
                List.of("이것만 바꿈", "이것만 되돌림"),
                "");
        assertLooks("contributions-losses", theme, model, 420, 150);
    }
}
