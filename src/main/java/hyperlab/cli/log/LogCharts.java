package hyperlab.cli.log;

import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.AccuracyChart;
import hyperlab.chart.training.LossChart;
import hyperlab.chart.training.RunCurves;
import hyperlab.chart.training.TrainingCurvesChart;
import hyperlab.chart.training.TrainingCurvesModel;
import hyperlab.cli.io.ChartFileWriter;
import hyperlab.export.FrameRenderer;
import hyperlab.export.GifEpochs;
import hyperlab.file.Document;
import hyperlab.log.LogAxis;
import hyperlab.log.TrainingLog;
import hyperlab.text.Texts;
import java.io.IOException;
import java.nio.file.Path;

/** Draws the curves of a log as those of a run. */
final class LogCharts {
    private static final String LOSS = "loss";
    private static final String ACCURACY = "accuracy";

    private final TrainingLog log;
    private final LogAxis axis;
    private final ChartFileWriter files;
    private final Texts texts;

    LogCharts(TrainingLog log, LogAxis axis, ChartFileWriter files, Texts texts) {
        this.log = log;
        this.axis = axis;
        this.files = files;
        this.texts = texts;
    }

    /** Writes the loss, and the accuracy if there is one; deletes that of another log. */
    void write(Path folder, Document document) throws IOException {
        LossChart loss = new LossChart(texts, ChartTheme.LIGHT);
        loss.setLoss(null);
        write(folder, LOSS, loss, RunCurves.ofLoss(log, axis), document);
        RunCurves accuracy = RunCurves.ofAccuracy(log, axis);
        if (accuracy.train().size() + accuracy.validation().size() > 0) {
            write(folder, ACCURACY, new AccuracyChart(texts, ChartTheme.LIGHT), accuracy, document);
        } else {
            ChartFileWriter.remove(folder, ACCURACY);
        }
    }

    private void write(Path folder, String name, TrainingCurvesChart chart, RunCurves curves, Document document)
            throws IOException {
        TrainingCurvesModel whole = TrainingCurvesModel.of(log, axis, curves);
        chart.setOverSteps(axis == LogAxis.STEP);
        chart.setTitle(log.name());
        chart.show(whole);
        ChartFileWriter.TrainingChartFile file = files.trainingChart(folder, name, document);
        file.write(chart);
        if (files.hasGif()) {
            int last = whole.lastEpoch();
            FrameRenderer<TrainingCurvesModel> renderer =
                    new FrameRenderer<>(chart.chart(), all -> chart.fixAxes(whole), chart::show);
            file.withFrameText(position -> texts.get(
                            axis == LogAxis.STEP ? "chart.stepOf" : "chart.epochOf",
                            Integer.toString(position),
                            Integer.toString(last)))
                    .write(renderer, GifEpochs.evenlySpaced(0, last), whole::until);
        }
    }
}
