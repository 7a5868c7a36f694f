package hyperlab.cli;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Metric;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.ContributionsChart;
import hyperlab.chart.training.SeedsChart;
import hyperlab.cli.io.ChartFileWriter;
import hyperlab.export.ContributionReport;
import hyperlab.file.Document;
import hyperlab.file.RelativePaths;
import hyperlab.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The charts that {@code case} writes: the scores of all seeds before and after tuning, and what each tuned key
 * contributed.
 */
final class CaseChart {
    private static final String NAME = "seeds";
    private static final int HEIGHT = 260;
    private static final String CONTRIBUTIONS = "contributions";
    private static final int CONTRIBUTIONS_HEIGHT = 320;
    private static final double PERCENT = 100;

    private final Case subject;
    private final ChartFileWriter files;
    private final Texts texts;

    CaseChart(Case subject, ChartFileWriter files, Texts texts) {
        this.subject = subject;
        this.files = files;
        this.texts = texts;
    }

    void requireWritable(Path folder) {
        files.requireWritable(folder.resolve(ChartFileWriter.FOLDER), NAME);
        files.requireWritable(folder.resolve(ChartFileWriter.FOLDER), CONTRIBUTIONS);
    }

    /** See {@link ChartFileWriter#warmUp}. */
    void warmUp() {
        files.warmUp(new SeedsChart(ChartTheme.LIGHT).chart());
    }

    /**
     * Writes the charts, unless too few seeds have finished.
     *
     * @param relocated the case with its paths relative to {@code folder}
     */
    void write(Path folder, Case relocated, CaseScores scores) throws IOException {
        if (scores.seeds() == 0) {
            return;
        }
        boolean isAccuracy = subject.metric() == Metric.ACCURACY;
        SeedsChart chart = new SeedsChart(ChartTheme.LIGHT);
        chart.show(new SeedsChart.Model(
                List.of(
                        new SeedsChart.Row(
                                texts.get("case.before"), 1, values(scores, Configuration.BEFORE, isAccuracy)),
                        new SeedsChart.Row(
                                texts.get("case.after"), 0, values(scores, Configuration.AFTER, isAccuracy))),
                isAccuracy ? PERCENT : Double.POSITIVE_INFINITY,
                isAccuracy ? "%" : "",
                true,
                true));
        Path charts = folder.resolve(ChartFileWriter.FOLDER);
        Document document = RelativePaths.rebased(new Document.OfCase(relocated), folder, charts);
        files.write(charts, NAME, chart, HEIGHT, document);
        ContributionReport report = new ContributionReport(subject, scores, texts);
        if (!report.isEmpty()) {
            ContributionsChart contributions = new ContributionsChart(ChartTheme.LIGHT);
            contributions.show(report.chart());
            files.write(charts, CONTRIBUTIONS, contributions, CONTRIBUTIONS_HEIGHT, document);
        }
    }

    private static double[] values(CaseScores scores, Configuration part, boolean isAccuracy) {
        double factor = isAccuracy ? PERCENT : 1;
        return Arrays.stream(scores.array(part)).map(value -> factor * value).toArray();
    }
}
