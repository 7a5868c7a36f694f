package hyperlab.chart;

import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumentChartTest {
    @Test
    void aTestOfRatesShowsWhatIsWorthTrying() {
        InstrumentChart chart = new InstrumentChart(true, ChartTheme.LIGHT);
        double[] rates = new double[60];
        double[] loss = new double[60];
        for (int k = 0; k < 60; k++) {
            rates[k] = Math.pow(10, -6 + k * 0.11);
            loss[k] = k < 40 ? 2.3 / (1 + Math.exp(0.3 * (k - 30))) + 0.2 : 0.3 * Math.pow(1.4, k - 40);
        }
        chart.show(new InstrumentChart.Picture(
                List.of(new InstrumentChart.Line(
                        Curve.of(rates, loss), CurveLook.series(0).radius(0), "loss")),
                1,
                new Evidence(1e-3, 1e-2, "worth trying"),
                "learning rate",
                "loss"));
        GoldenPicture.assertLooksAs("rate-test", chart.chart(), 460, 260);
    }

    @Test
    void readingsRunOverTheEpochs() {
        InstrumentChart chart = new InstrumentChart(false, ChartTheme.LIGHT);
        chart.style(ChartStyle.of(ChartTheme.DARK));
        chart.show(new InstrumentChart.Picture(
                List.of(
                        new InstrumentChart.Line(
                                Curve.of(new double[] {0, 4}, new double[] {20, 20}),
                                CurveLook.line(Ink.series(1), 2).with(Dash.VALIDATION),
                                "2/η"),
                        new InstrumentChart.Line(
                                Curve.of(new double[] {0, 1, 2, 3, 4}, new double[] {3, 8, 18, 21, 20}),
                                CurveLook.line(Ink.series(0), 2),
                                "λ")),
                6,
                null,
                "epoch",
                "curvature"));
        GoldenPicture.assertLooksAs("sharpness", chart.chart(), 460, 260);
    }
}
