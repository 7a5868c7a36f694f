package hyperlab.lab.training.stage;

import hyperlab.chart.training.AccuracyChart;
import hyperlab.chart.training.LossChart;
import hyperlab.chart.training.RunCurves;
import hyperlab.chart.training.TrainingCurvesModel;
import hyperlab.export.FrameRenderer;
import hyperlab.lab.training.inspection.LogFindings;
import hyperlab.lab.training.inspection.RunReplay;
import hyperlab.lab.training.run.ComparedRun;
import hyperlab.lab.training.run.DisplayedRun;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.log.TrainingLog;
import hyperlab.text.Texts;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.control.chart.GifSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** Creates animations of the loss and accuracy curves, on separate charts with the current display options. */
final class CurveAnimations {
    private final ObservableValue<TrainingViewState> state;
    private final CurveOptions options;
    private final CurveFindings findings;
    private final Messages messages;
    private final Appearance appearance;

    CurveAnimations(
            ObservableValue<TrainingViewState> state,
            CurveOptions options,
            CurveFindings findings,
            Messages messages,
            Appearance appearance) {
        this.state = state;
        this.options = options;
        this.findings = findings;
        this.messages = messages;
        this.appearance = appearance;
    }

    /** An animation of one chart's curves. */
    GifSource ofRun(StageChart kind, RunReplay run) {
        int[] epochs = run.curveEpochs();
        CurveModels models = options.models();
        Texts texts = messages.texts();
        List<TrainingCurvesModel> frames = run.viewStates(epochs).stream()
                .map(viewState ->
                        kind == StageChart.LOSS ? models.loss(viewState, texts) : models.accuracy(viewState, texts))
                .toList();
        TrainingCurvesModel complete = frames.get(frames.size() - 1);
        return new RunAnimation<>(
                epochs,
                kind == StageChart.LOSS ? lossRenderer(complete) : accuracyRenderer(complete),
                (epoch, cancelled) ->
                        frames.get(Arrays.binarySearch(epochs, epoch)).untilPlayHead());
    }

    /** An animation of the curves of the log that was opened last; empty if none is displayed, or without curves here. */
    Optional<GifSource> ofLog(StageChart kind) {
        TrainingViewState viewState = state.getValue();
        ComparedRun run = LogFindings.newest(viewState);
        TrainingLog log = run == null ? null : run.log();
        if (log == null || !log.isOn(options.axis())) {
            return Optional.empty();
        }
        Texts texts = messages.texts();
        int index = viewState.runs().stream().map(DisplayedRun::run).toList().indexOf(run);
        int last = log.lastPosition(options.axis());
        CurveModels models = options.models();
        TrainingCurvesModel all =
                kind == StageChart.LOSS ? models.loss(viewState, texts) : models.accuracy(viewState, texts);
        TrainingCurvesModel whole = all.choosing(index, last);
        RunCurves curves = all.runs().get(index).curves();
        return last < 1 || curves.train().size() + curves.validation().size() == 0
                ? Optional.empty()
                : Optional.of(new LogAnimation(
                        log,
                        options.isBySteps(),
                        last,
                        whole,
                        kind == StageChart.LOSS ? lossRenderer(whole) : accuracyRenderer(whole)));
    }

    private FrameRenderer<TrainingCurvesModel> lossRenderer(TrainingCurvesModel complete) {
        LossChart chart = new LossChart(messages.texts(), appearance.chartTheme());
        CurveCards.setLoss(chart, state.getValue());
        chart.setOverSteps(options.isBySteps());
        chart.highlight(findings.ranges(false));
        chart.setLogarithmicLoss(options.logarithmicLossProperty().getValue());
        chart.setLogarithmicEpochs(options.logarithmicEpochsProperty().getValue());
        return new FrameRenderer<>(chart.chart(), all -> chart.fixAxes(complete), chart::show);
    }

    private FrameRenderer<TrainingCurvesModel> accuracyRenderer(TrainingCurvesModel complete) {
        AccuracyChart chart = new AccuracyChart(messages.texts(), appearance.chartTheme());
        chart.setOverSteps(options.isBySteps());
        chart.highlight(findings.ranges(true));
        chart.setLogarithmicEpochs(options.logarithmicEpochsProperty().getValue());
        return new FrameRenderer<>(chart.chart(), all -> chart.fixAxes(complete), chart::show);
    }
}
