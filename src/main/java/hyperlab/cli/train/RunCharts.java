package hyperlab.cli.train;

import hyperlab.chart.series.BoundedSeries;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.AccuracyChart;
import hyperlab.chart.training.LossChart;
import hyperlab.chart.training.RunCurves;
import hyperlab.chart.training.TrainingCurvesChart;
import hyperlab.chart.training.TrainingCurvesModel;
import hyperlab.cli.io.ChartFileWriter;
import hyperlab.data.DataSet;
import hyperlab.data.PredictionTask;
import hyperlab.export.FrameRenderer;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.train.Training;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The charts of a run. Their data is collected each epoch in bounded memory; they are drawn at the end. */
public final class RunCharts {
    public static final String LOSS = "loss";
    public static final String ACCURACY = "accuracy";
    static final String BOUNDARY = "boundary";
    static final String WEIGHTS = "weights";
    static final String GRADIENTS = "gradients";
    static final String CONFUSION = "confusion";
    static final List<String> NAMES = List.of(LOSS, ACCURACY, BOUNDARY, WEIGHTS, GRADIENTS, CONFUSION);
    /** The charts of the trained model rather than of reports. */
    static final Set<String> MODEL_CHARTS = Set.of(BOUNDARY, WEIGHTS, GRADIENTS, CONFUSION);

    private final Set<String> names;
    private final ChartFileWriter files;
    private final Texts texts;
    private final BoundedSeries trainLoss = new BoundedSeries();
    private final BoundedSeries validationLoss = new BoundedSeries();
    private final BoundedSeries trainAccuracy = new BoundedSeries();
    private final BoundedSeries validationAccuracy = new BoundedSeries();
    private @Nullable RunGifs gifs;

    /** @param names a subset of {@link #NAMES}; empty for no charts */
    public RunCharts(Collection<String> names, ChartFileWriter files, Texts texts) {
        this.names = new LinkedHashSet<>(names);
        this.files = files;
        this.texts = texts;
    }

    /**
     * Checks that all charts apply to this kind of run.
     *
     * @throws InvalidInputException for a chart that does not apply
     */
    void requireApplicable(Training run) {
        DataSet data = run.partition().all();
        boolean numbers = data.task() == PredictionTask.REGRESSION;
        requireChart(ACCURACY, numbers, Rule.CHART_FOR_CLASSES);
        requireChart(CONFUSION, numbers, Rule.CHART_FOR_CLASSES);
        int features = data.features().numCols;
        requireChart(BOUNDARY, features != 2, Rule.CHART_FOR_TWO_FEATURES, features);
        boolean isPlayground = !(run instanceof TrainingRun);
        requireChart(GRADIENTS, isPlayground, Rule.CHART_NOT_FOR_LINKS);
        MODEL_CHARTS.forEach(name -> requireChart(name, isPlayground && files.hasGif(), Rule.GIF_NOT_FOR_LINKS));
    }

    private void requireChart(String name, boolean inapplicable, Rule rule, Object... details) {
        if (inapplicable && names.contains(name)) {
            throw new InvalidInputException(
                    "--charts",
                    rule,
                    Stream.concat(Stream.of(name), Arrays.stream(details)).toArray());
        }
    }

    /** Checks that the charts can be written to a folder. */
    void requireWritable(Path folder) {
        names.forEach(name -> files.requireWritable(folder, name));
    }

    /** See {@link ChartFileWriter#warmUp}. */
    void warmUp() {
        if (!names.isEmpty()) {
            files.warmUp(new LossChart(texts, ChartTheme.LIGHT).chart());
        }
    }

    /** Starts collecting data; call it before the run's first step. */
    void start(Training run) {
        if (files.hasGif() && !names.isEmpty()) {
            gifs = new RunGifs(run, names.stream().anyMatch(MODEL_CHARTS::contains));
        }
    }

    void add(EpochReport report) {
        if (gifs != null) {
            gifs.add(report);
        }
        trainLoss.add(report.epoch(), report.trainLoss());
        validationLoss.add(report.epoch(), report.validationLoss());
        trainAccuracy.add(report.epoch(), report.trainAccuracy());
        validationAccuracy.add(report.epoch(), report.validationAccuracy());
    }

    /**
     * Writes the charts to a folder, each with its embedded source document, and deletes charts of an earlier run that
     * are not requested now.
     *
     * @param run the finished run
     * @param subject what was trained
     */
    void write(Path folder, Training run, RunMetadata subject, TrainingOutcome outcome) throws IOException {
        ModelCharts modelCharts = new ModelCharts(run.partition(), subject, texts);
        for (String name : NAMES) {
            if (!names.contains(name)) {
                ChartFileWriter.remove(folder, name);
                continue;
            }
            ChartFileWriter.TrainingChartFile file =
                    files.trainingChart(folder, name, subject.document().apply(folder));
            if (MODEL_CHARTS.contains(name)) {
                ModelChart<?> chart = modelCharts.of(name);
                file.write(chart.render(ModelState.ofFinished(run)));
                if (gifs != null) {
                    gifs.writeModel(chart, file);
                }
            } else {
                TrainingCurvesModel shot = LOSS.equals(name)
                        ? curvesModel(trainLoss, validationLoss, subject, outcome)
                        : curvesModel(trainAccuracy, validationAccuracy, subject, outcome);
                TrainingCurvesChart chart = LOSS.equals(name) ? loss(subject) : accuracy(subject);
                chart.show(shot);
                file.write(chart);
                FrameRenderer<TrainingCurvesModel> renderer =
                        new FrameRenderer<>(chart.chart(), all -> chart.fixAxes(shot), chart::show);
                if (gifs != null && LOSS.equals(name)) {
                    gifs.writeCurves(renderer, shot, EpochReport::trainLoss, EpochReport::validationLoss, file);
                } else if (gifs != null) {
                    gifs.writeCurves(renderer, shot, EpochReport::trainAccuracy, EpochReport::validationAccuracy, file);
                }
            }
        }
    }

    private TrainingCurvesChart loss(RunMetadata subject) {
        LossChart chart = new LossChart(texts, ChartTheme.LIGHT);
        chart.setLoss(subject.loss());
        chart.setTitle(subject.name());
        return chart;
    }

    private TrainingCurvesChart accuracy(RunMetadata subject) {
        AccuracyChart chart = new AccuracyChart(texts, ChartTheme.LIGHT);
        chart.setTitle(subject.name());
        return chart;
    }

    private static TrainingCurvesModel curvesModel(
            BoundedSeries train, BoundedSeries validation, RunMetadata subject, TrainingOutcome outcome) {
        boolean diverged = outcome instanceof TrainingOutcome.Diverged;
        int last = diverged ? subject.epochs() : outcome.epochs();
        TrainingCurvesModel shot = TrainingCurvesModel.of(new RunCurves(train.curve(), validation.curve()), last);
        return diverged ? shot.withDivergence(outcome.epochs() + 1) : shot;
    }
}
