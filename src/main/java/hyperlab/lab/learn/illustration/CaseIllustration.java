package hyperlab.lab.learn.illustration;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.CaseScores;
import hyperlab.chart.training.SeedsChart;
import hyperlab.file.BundledCases;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import java.util.Arrays;
import java.util.List;

/** The scores of a worked case on held-out rows before and after tuning, for each seed. */
final class CaseIllustration implements Illustration<CaseScores, SeedsChart.Model> {
    private static final double PERCENT = 100;

    private final Case subject = BundledCases.named("wine");
    private final SeedsChart chart;

    CaseIllustration(LabContext context) {
        chart = new SeedsChart(context.appearance().chartTheme());
    }

    @Override
    public Document settingsDocument() {
        return new Document.OfCase(subject);
    }

    @Override
    public CaseScores compute() {
        return subject.recordedScores();
    }

    @Override
    public SeedsChart chart() {
        return chart;
    }

    @Override
    public SeedsChart.Model model(CaseScores found, Texts texts) {
        return new SeedsChart.Model(
                List.of(
                        new SeedsChart.Row(texts.get("case.before"), 1, percent(found, Configuration.BEFORE)),
                        new SeedsChart.Row(texts.get("case.after"), 0, percent(found, Configuration.AFTER))),
                PERCENT,
                "%",
                true,
                true);
    }

    private static double[] percent(CaseScores found, Configuration part) {
        return Arrays.stream(found.array(part)).map(value -> PERCENT * value).toArray();
    }

    @Override
    public String toCsv(CaseScores found) {
        return CsvColumns.toCsv(
                List.of("run", "before", "after"),
                CsvColumns.indices(found.seeds()),
                found.array(Configuration.BEFORE),
                found.array(Configuration.AFTER));
    }
}
