package hyperlab.app.learn;

import hyperlab.app.LabContext;
import hyperlab.cases.Case;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Score.Part;
import hyperlab.chart.ChartStyle;
import hyperlab.chart.SeedsChart;
import hyperlab.file.Document;
import hyperlab.file.BundledCases;
import hyperlab.text.Texts;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;

/** The scores of a worked case on held-out rows before and after tuning, for each seed. */
final class CaseIllustration implements Illustration<CaseScores> {
    private static final double PERCENT = 100;

    private final Case subject = BundledCases.named("wine");
    private final SeedsChart chart;

    CaseIllustration(LabContext context) {
        chart = new SeedsChart(context.appearance().chartTheme());
    }

    @Override
    public Document made() {
        return new Document.OfCase(subject);
    }

    @Override
    public CaseScores workOut() {
        return subject.recorded();
    }

    @Override
    public JFreeChart chart() {
        return chart.chart();
    }

    @Override
    public void show(CaseScores found, Texts texts) {
        chart.show(new SeedsChart.Picture(
                List.of(
                        new SeedsChart.Row(texts.get("case.before"), 1, percent(found, Part.BEFORE)),
                        new SeedsChart.Row(texts.get("case.after"), 0, percent(found, Part.AFTER))),
                PERCENT,
                "%",
                true,
                true));
    }

    private static double[] percent(CaseScores found, Part part) {
        return Arrays.stream(found.array(part)).map(value -> PERCENT * value).toArray();
    }

    @Override
    public void style(ChartStyle style) {
        chart.style(style);
    }

    @Override
    public String table(CaseScores found) {
        return Columns.text(
                List.of("run", "before", "after"),
                Columns.counting(found.seeds()),
                found.array(Part.BEFORE),
                found.array(Part.AFTER));
    }
}
