package hyperlab.cli;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Metric;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.SeedsChart;
import hyperlab.file.Document;
import hyperlab.file.RelativePaths;
import hyperlab.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The chart that {@code case} writes: the scores of all seeds before and after tuning. */
final class CaseChart {
    private static final String NAME = "seeds";
    private static final int HEIGHT = 260;
    private static final double PERCENT = 100;

    private final Case subject;
    private final ChartFiles files;
    private final Texts texts;

    CaseChart(Case subject, ChartFiles files, Texts texts) {
        this.subject = subject;
        this.files = files;
        this.texts = texts;
    }

    void refuseUnwritable(Path folder) {
        files.refuseUnwritable(folder.resolve(ChartFiles.FOLDER), NAME);
    }

    /** See {@link ChartFiles#prepare}. */
    void prepare() {
        files.prepare(new SeedsChart(ChartTheme.LIGHT).chart());
    }

    /**
     * Writes the chart, unless no seed has finished.
     *
     * @param moved the case with its paths relative to {@code folder}
     */
    void write(Path folder, Case moved, CaseScores scores) throws IOException {
        if (scores.seeds() == 0) {
            return;
        }
        boolean share = subject.metric() == Metric.ACCURACY;
        SeedsChart chart = new SeedsChart(ChartTheme.LIGHT);
        chart.show(new SeedsChart.Picture(
                List.of(
                        new SeedsChart.Row(texts.get("case.before"), 1, values(scores, Configuration.BEFORE, share)),
                        new SeedsChart.Row(texts.get("case.after"), 0, values(scores, Configuration.AFTER, share))),
                share ? PERCENT : Double.POSITIVE_INFINITY,
                share ? "%" : "",
                true,
                true));
        Path charts = folder.resolve(ChartFiles.FOLDER);
        Document document = RelativePaths.rebased(new Document.OfCase(moved), folder, charts);
        files.write(charts, NAME, chart.chart(), HEIGHT, document);
    }

    private static double[] values(CaseScores scores, Configuration part, boolean share) {
        double factor = share ? PERCENT : 1;
        return Arrays.stream(scores.array(part)).map(value -> factor * value).toArray();
    }
}
