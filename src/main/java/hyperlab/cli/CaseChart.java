package hyperlab.cli;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Measure;
import hyperlab.cases.Score.Part;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.SeedsChart;
import hyperlab.export.Caption;
import hyperlab.export.Captions;
import hyperlab.export.PngFigure;
import hyperlab.file.Document;
import hyperlab.file.RelativePaths;
import hyperlab.file.SafeFile;
import hyperlab.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** The chart of a case, as {@code case} leaves it: a strip of seeds before and one after. */
final class CaseChart {
    private static final String NAME = "seeds.png";
    private static final int HEIGHT = 260;
    private static final double PERCENT = 100;

    private final Case subject;
    private final Texts texts;

    CaseChart(Case subject, Texts texts) {
        this.subject = subject;
        this.texts = texts;
    }

    void refuseUnwritable(Path folder) {
        SafeFile.refuseUnwritable(file(folder));
    }

    /** Starts all that refuses to start once Ctrl-C has come: AWT, and the cache files of ImageIO. */
    void prepare() {
        PngFigure.image(new SeedsChart(ChartTheme.LIGHT).chart(), RunCharts.WIDTH, HEIGHT, 1);
        ImageIO.setUseCache(false);
    }

    private static Path file(Path folder) {
        return folder.resolve(RunCharts.FOLDER).resolve(NAME);
    }

    /**
     * Draws it, unless no seed has ended.
     *
     * @param moved the case with its paths as they must be in that folder
     */
    void write(Path folder, Case moved, CaseScores scores) throws IOException {
        if (scores.seeds() == 0) {
            return;
        }
        boolean share = subject.measure() == Measure.ACCURACY;
        SeedsChart chart = new SeedsChart(ChartTheme.LIGHT);
        chart.show(new SeedsChart.Picture(
                List.of(
                        new SeedsChart.Row(texts.get("case.before"), 1, values(scores, Part.BEFORE, share)),
                        new SeedsChart.Row(texts.get("case.after"), 0, values(scores, Part.AFTER, share))),
                share ? PERCENT : Double.POSITIVE_INFINITY,
                share ? "%" : "",
                true,
                true));
        Document document = RelativePaths.moved(new Document.OfCase(moved), folder, folder.resolve(RunCharts.FOLDER));
        Caption caption = new Caption(Captions.of(document, texts), ChartTheme.LIGHT);
        PngFigure.write(file(folder), chart.chart(), RunCharts.WIDTH, HEIGHT, RunCharts.SCALE, document, caption);
    }

    private static double[] values(CaseScores scores, Part part, boolean share) {
        double factor = share ? PERCENT : 1;
        return Arrays.stream(scores.array(part)).map(value -> factor * value).toArray();
    }
}
