package hyperlab.chart.training;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.finding.Severity;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ranges that findings refer to, and the start of a branch, in the loss chart. */
class EvidenceRangeTest {
    private static Curve curve(double from, double fall) {
        double[] x = new double[11];
        double[] y = new double[11];
        for (int k = 0; k <= 10; k++) {
            x[k] = from + k;
            y[k] = 0.1 + Math.exp(-fall * k) + (k > 6 ? 0.05 * (k - 6) : 0);
        }
        return Curve.of(x, y);
    }

    @Test
    void tintsAndNumbersRangesAndMarksBranches() {
        LossChart chart = new LossChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
        RunCurves whole = new RunCurves(curve(0, 0.3), curve(0, 0.25));
        RunCurves branch = new RunCurves(curve(4, 0.6), curve(4, 0.5));
        chart.show(new TrainingCurvesModel(
                List.of(
                        new RunLine("run 1", 0, whole, null, false, null),
                        new RunLine("run 2", 1, branch, null, true, null)),
                List.of(),
                14,
                null,
                TrainingCurvesModel.TrainingMarks.NONE));
        chart.highlight(List.of(
                new EvidenceRange(6, 10, "1", Severity.WARNING), new EvidenceRange(13.9, 14, "2", Severity.DANGER)));
        GoldenImage.assertMatchesReference("evidence", chart.chart(), 520, 300);
    }
}
