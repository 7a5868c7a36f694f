package hyperlab.chart.training;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.ThemeColor;
import hyperlab.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticChartTest {
    @Test
    void rateTestShowsSuggestedRange() {
        DiagnosticChart chart = new DiagnosticChart(true, ChartTheme.LIGHT);
        double[] rates = new double[60];
        double[] loss = new double[60];
        for (int k = 0; k < 60; k++) {
            rates[k] = Math.pow(10, -6 + k * 0.11);
            loss[k] = k < 40 ? 2.3 / (1 + Math.exp(0.3 * (k - 30))) + 0.2 : 0.3 * Math.pow(1.4, k - 40);
        }
        chart.show(new DiagnosticChart.Model(
                List.of(new DiagnosticChart.Line(
                        Curve.of(rates, loss), CurveStyle.series(0).radius(0), "loss")),
                1,
                new EvidenceRange(1e-3, 1e-2, "worth trying", Severity.GOOD),
                "learning rate",
                "loss"));
        GoldenImage.assertMatchesReference("rate-test", chart.chart(), 460, 260);
    }

    @Test
    void showsReadingsByEpoch() {
        DiagnosticChart chart = new DiagnosticChart(false, ChartTheme.LIGHT);
        chart.style(ChartStyle.of(ChartTheme.DARK));
        chart.show(new DiagnosticChart.Model(
                List.of(
                        new DiagnosticChart.Line(
                                Curve.of(new double[] {0, 4}, new double[] {20, 20}),
                                CurveStyle.line(ThemeColor.series(1), 2).with(Dash.VALIDATION),
                                "2/η"),
                        new DiagnosticChart.Line(
                                Curve.of(new double[] {0, 1, 2, 3, 4}, new double[] {3, 8, 18, 21, 20}),
                                CurveStyle.line(ThemeColor.series(0), 2),
                                "λ")),
                6,
                null,
                "epoch",
                "curvature"));
        GoldenImage.assertMatchesReference("sharpness", chart.chart(), 460, 260);
    }
}
