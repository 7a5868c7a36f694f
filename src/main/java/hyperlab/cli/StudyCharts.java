package hyperlab.cli;

import hyperlab.chart.BestSoFarChart;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.ImportanceChart;
import hyperlab.chart.ParallelChart;
import hyperlab.chart.StudyPictures;
import hyperlab.file.Document;
import hyperlab.file.RelativePaths;
import hyperlab.text.Texts;
import hyperlab.tune.Study;
import hyperlab.tune.TrialRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jfree.chart.JFreeChart;

/** The charts that {@code tune} writes. */
final class StudyCharts {
    private static final List<String> NAMES = List.of("best", "parallel", "importance");

    private final Study study;
    private final ChartFiles files;
    private final Texts texts;

    StudyCharts(Study study, ChartFiles files, Texts texts) {
        this.study = study;
        this.files = files;
        this.texts = texts;
    }

    /** Checks that the charts can be written to a folder. */
    void refuseUnwritable(Path folder) {
        NAMES.forEach(name -> files.refuseUnwritable(folder.resolve(ChartFiles.FOLDER), name));
    }

    /** See {@link ChartFiles#prepare}. */
    void prepare() {
        files.prepare(new ParallelChart(ChartTheme.LIGHT).chart());
    }

    /**
     * Writes the charts that have something to show, and deletes the others.
     *
     * @param recorded the study with its paths relative to {@code folder}
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
        Path charts = folder.resolve(ChartFiles.FOLDER);
        if (chart.isEmpty()) {
            ChartFiles.remove(charts, name);
            return;
        }
        Study beside = RelativePaths.rebased(recorded, folder, charts);
        files.write(charts, name, chart.get(), new Document.OfStudy(beside, List.of()));
    }
}
