package hyperlab.cli;

import hyperlab.chart.PlotChart;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.tuning.BestSoFarChart;
import hyperlab.chart.tuning.ImportanceChart;
import hyperlab.chart.tuning.ParallelCoordinatesChart;
import hyperlab.chart.tuning.TrialCurvesChart;
import hyperlab.chart.tuning.TuningChartModels;
import hyperlab.cli.io.ChartFileWriter;
import hyperlab.file.Document;
import hyperlab.file.RelativePaths;
import hyperlab.text.Texts;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The charts that {@code tune} writes. */
final class StudyCharts {
    private static final List<String> NAMES = List.of("best", "parallel", "importance", "curves");

    private final TuningStudy study;
    private final ChartFileWriter files;
    private final Texts texts;

    StudyCharts(TuningStudy study, ChartFileWriter files, Texts texts) {
        this.study = study;
        this.files = files;
        this.texts = texts;
    }

    /** Checks that the charts can be written to a folder. */
    void requireWritable(Path folder) {
        NAMES.forEach(name -> files.requireWritable(folder.resolve(ChartFileWriter.FOLDER), name));
    }

    /** See {@link ChartFileWriter#warmUp}. */
    void warmUp() {
        files.warmUp(new ParallelCoordinatesChart(ChartTheme.LIGHT).chart());
    }

    /**
     * Writes the charts that have something to show, and deletes the others.
     *
     * @param recorded the study with its paths relative to {@code folder}
     * @param learningCurves the objective by epoch of each trial, by its number
     */
    void write(Path folder, TuningStudy recorded, List<TrialRecord> rows, Map<Integer, Curve> learningCurves)
            throws IOException {
        TuningChartModels chartModels = new TuningChartModels(study, rows, texts);
        boolean none = rows.stream().noneMatch(row -> row.state().isFinal());
        BestSoFarChart best = new BestSoFarChart(texts, ChartTheme.LIGHT);
        best.show(chartModels.bestSoFar());
        ParallelCoordinatesChart parallel = new ParallelCoordinatesChart(ChartTheme.LIGHT);
        parallel.show(chartModels.parallelCoordinates(Map.of()));
        Optional<PlotChart<?>> importance = chartModels.importance().map(model -> {
            ImportanceChart chart = new ImportanceChart(texts, ChartTheme.LIGHT);
            chart.show(model);
            return (PlotChart<?>) chart;
        });
        writeOrRemove(folder, "best", recorded, none ? Optional.empty() : Optional.of(best));
        writeOrRemove(folder, "parallel", recorded, none ? Optional.empty() : Optional.of(parallel));
        writeOrRemove(folder, "importance", recorded, importance);
        TrialCurvesChart.Model curves = chartModels.trialCurves(learningCurves);
        TrialCurvesChart curvesChart = new TrialCurvesChart(texts, ChartTheme.LIGHT);
        curvesChart.show(curves);
        writeOrRemove(
                folder, "curves", recorded, curves.lines().isEmpty() ? Optional.empty() : Optional.of(curvesChart));
    }

    private void writeOrRemove(Path folder, String name, TuningStudy recorded, Optional<PlotChart<?>> chart)
            throws IOException {
        Path charts = folder.resolve(ChartFileWriter.FOLDER);
        if (chart.isEmpty()) {
            ChartFileWriter.remove(charts, name);
            return;
        }
        TuningStudy relocated = RelativePaths.rebased(recorded, folder, charts);
        files.write(charts, name, chart.get(), new Document.OfStudy(relocated, List.of()));
    }
}
