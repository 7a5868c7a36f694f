package hyperlab.cli;

import hyperlab.chart.BestSoFarChart;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.ImportanceChart;
import hyperlab.chart.ParallelChart;
import hyperlab.chart.StudyPictures;
import hyperlab.export.Caption;
import hyperlab.export.Captions;
import hyperlab.export.PngFigure;
import hyperlab.file.Document;
import hyperlab.file.RelativePaths;
import hyperlab.file.SafeFile;
import hyperlab.text.Texts;
import hyperlab.tune.Study;
import hyperlab.tune.TrialRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;

/** The charts of a study, as {@code tune} leaves them. */
final class StudyCharts {
    private static final List<String> NAMES = List.of("best", "parallel", "importance");

    private final Study study;
    private final Texts texts;

    StudyCharts(Study study, Texts texts) {
        this.study = study;
        this.texts = texts;
    }

    /** Refuses a folder that cannot hold them. */
    void refuseUnwritable(Path folder) {
        NAMES.forEach(name -> SafeFile.refuseUnwritable(file(folder, name)));
    }

    /** Starts all that refuses to start once Ctrl-C has come: AWT, and the cache files of ImageIO. */
    void prepare() {
        PngFigure.image(new ParallelChart(ChartTheme.LIGHT).chart(), RunCharts.WIDTH, RunCharts.HEIGHT, 1);
        ImageIO.setUseCache(false);
    }

    private static Path file(Path folder, String name) {
        return folder.resolve(RunCharts.FOLDER).resolve(name + ".png");
    }

    /**
     * Draws those that have something to show, and takes away the others.
     *
     * @param recorded the study with its paths as they must be in that folder
     */
    void write(Path folder, Study recorded, List<TrialRow> rows) throws IOException {
        StudyPictures pictures = new StudyPictures(study, rows, texts);
        boolean none = rows.stream().noneMatch(row -> row.state().isOver());
        BestSoFarChart best = new BestSoFarChart(texts, ChartTheme.LIGHT);
        best.show(pictures.best());
        ParallelChart parallel = new ParallelChart(ChartTheme.LIGHT);
        parallel.show(pictures.parallel(Map.of()));
        Optional<JFreeChart> importance = pictures.importance().map(picture -> {
            ImportanceChart chart = new ImportanceChart(texts, ChartTheme.LIGHT);
            chart.show(picture);
            return chart.chart();
        });
        put(folder, "best", recorded, none ? Optional.empty() : Optional.of(best.chart()));
        put(folder, "parallel", recorded, none ? Optional.empty() : Optional.of(parallel.chart()));
        put(folder, "importance", recorded, importance);
    }

    private void put(Path folder, String name, Study recorded, Optional<JFreeChart> chart) throws IOException {
        Path file = file(folder, name);
        if (chart.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        Study beside = RelativePaths.moved(recorded, folder, folder.resolve(RunCharts.FOLDER));
        Document document = new Document.OfStudy(beside, List.of());
        Caption caption = new Caption(Captions.of(document, texts), ChartTheme.LIGHT);
        PngFigure.write(file, chart.get(), RunCharts.WIDTH, RunCharts.HEIGHT, RunCharts.SCALE, document, caption);
    }
}
