package hyperlab.chart.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.ChartTable;
import hyperlab.chart.GoldenImage;
import hyperlab.chart.style.ChartTheme;
import hyperlab.map.RateScaling;
import hyperlab.map.RateScaling.BatchRate;
import hyperlab.map.RecordedBestRates;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RateScalingChartTest {
    private static RateScalingChart chart(ChartTheme theme, boolean withSeeds) throws IOException {
        RateScalingChart chart = new RateScalingChart(Texts.in(Language.ENGLISH), theme);
        chart.show(new RateScalingChart.Model(RateScaling.ofRates(RecordedBestRates.digits()), withSeeds));
        return chart;
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void bestRatesMatchReferenceImage(ChartTheme theme) throws IOException {
        GoldenImage.assertMatchesReference(
                "rate-scaling-" + theme.name().toLowerCase(Locale.ROOT), chart(theme, true).chart(), 560, 360);
    }

    @Test
    void tableHasTheIntervalsBothLinesAndEachSeed() throws IOException {
        RateScaling scaling = RateScaling.ofRates(RecordedBestRates.digits());
        ChartTable table = chart(ChartTheme.LIGHT, false).table();

        assertEquals(
                List.of("batchSize", "mean", "low", "high", "fitted", "proportional", "seed1"),
                table.header().subList(0, 7));
        assertEquals(8, table.rows().size());
        BatchRate last = scaling.batchRates().get(7);
        assertEquals(
                List.of(512, last.mean(), last.from(), last.to(), scaling.fitted(512), scaling.proportional(512)),
                table.rows().get(7).subList(0, 6));
        assertEquals(
                scaling.seeds().get(9).rates().get(7).rate(),
                table.rows().get(7).get(15));
    }

    @Test
    void axisHasRoomForEverythingAndSeedsAreOptional() throws IOException {
        RateScalingChart chart = chart(ChartTheme.LIGHT, true);
        var rates = chart.chart().getXYPlot().getRangeAxis().getRange();
        assertTrue(rates.contains(0.25) && rates.contains(52.1), rates.toString());
        assertEquals(2, chart.chart().getXYPlot().getFixedLegendItems().getItemCount());
        assertEquals(
                1,
                chart(ChartTheme.LIGHT, false)
                        .chart()
                        .getXYPlot()
                        .getFixedLegendItems()
                        .getItemCount());
    }

    @Test
    void showsNothingBeforeThereAreTwoSeeds() {
        RateScalingChart chart = new RateScalingChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
        chart.show(new RateScalingChart.Model(null, true));
        assertEquals(0, chart.chart().getXYPlot().getDataset().getSeriesCount());
        assertEquals(List.of(), chart.table().rows());
    }
}
