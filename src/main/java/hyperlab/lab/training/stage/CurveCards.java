package hyperlab.lab.training.stage;

import hyperlab.chart.training.AccuracyChart;
import hyperlab.chart.training.EvidenceRange;
import hyperlab.chart.training.LossChart;
import hyperlab.chart.training.RunCurves;
import hyperlab.chart.training.TrainingCurvesModel;
import hyperlab.diagnosis.Problem;
import hyperlab.diagnosis.TrainingEvidence;
import hyperlab.export.FrameRenderer;
import hyperlab.export.TrainingGif;
import hyperlab.finding.Finding;
import hyperlab.lab.LabContext;
import hyperlab.lab.training.inspection.LogFindings;
import hyperlab.lab.training.inspection.NetworkInspectionViewModel;
import hyperlab.lab.training.inspection.RunReplay;
import hyperlab.lab.training.run.ComparedRun;
import hyperlab.lab.training.run.DisplayedRun;
import hyperlab.lab.training.run.RunFacts;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.log.LogAxis;
import hyperlab.log.TrainingLog;
import hyperlab.text.FindingText;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.GifSource;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The loss and accuracy curves of all displayed runs, their display options, and the values under the pointer. */
public final class CurveCards {
    private final NetworkInspectionViewModel inspections;
    private final ObservableValue<TrainingViewState> state;
    private final Consumer<@Nullable Integer> pointAt;
    private final Messages messages;
    private final Appearance appearance;
    private final SegmentedButton<Boolean> scale;
    private final LossChart loss;
    private final AccuracyChart accuracy;
    private final ChartCard lossCard;
    private final ChartCard accuracyCard;
    private final CheckMenuItem smoothed = new CheckMenuItem();
    private final CheckMenuItem gap = new CheckMenuItem();
    private final CheckMenuItem readAtPlayhead = new CheckMenuItem();
    private final CheckMenuItem logarithmicEpochs = new CheckMenuItem();
    private final CheckMenuItem bySteps = new CheckMenuItem();
    private final LogFindings logFindings = new LogFindings();
    private List<StageChart> visibleCharts = List.of();

    /**
     * @param pointAt called with the epoch under the pointer; with null if the pointer is on no chart
     * @param bySteps whether the curves are over optimizer steps instead of epochs
     */
    public CurveCards(
            NetworkInspectionViewModel inspections,
            ObservableValue<TrainingViewState> state,
            Consumer<@Nullable Integer> pointAt,
            BooleanProperty bySteps,
            LabContext context) {
        this.inspections = inspections;
        this.state = state;
        this.pointAt = pointAt;
        this.messages = context.messages();
        appearance = context.appearance();
        scale = new SegmentedButton<>(
                "training-scale",
                messages,
                List.of(true, false),
                logarithmic -> logarithmic ? "training.scale.log" : "training.scale.linear");
        loss = new LossChart(messages.texts(), context.appearance().chartTheme());
        accuracy = new AccuracyChart(messages.texts(), context.appearance().chartTheme());
        lossCard = context.chartCard(
                        "training-loss", loss, messages.bind("training.loss.title"), subtitle("training.loss.subtitle"))
                .card();
        accuracyCard = context.chartCard(
                        "training-accuracy",
                        accuracy,
                        messages.bind("training.accuracy.title"),
                        subtitle("training.accuracy.subtitle"))
                .card();
        lossCard.withFindings(() -> findingsText(false));
        accuracyCard.withFindings(() -> findingsText(true));
        this.bySteps.selectedProperty().bindBidirectional(bySteps);
        lossCard.addToHeader(scale());
        lossCard.addToHeader(options());
        addPointerHandlers(lossCard, loss::epochAt);
        addPointerHandlers(accuracyCard, accuracy::epochAt);
        inspections.findingsProperty().addListener((observed, before, now) -> {
            loss.highlight(evidence(false));
            accuracy.highlight(evidence(true));
        });
    }

    public ChartCard loss() {
        return lossCard;
    }

    public ChartCard accuracy() {
        return accuracyCard;
    }

    /** Shows the current state in the visible charts. */
    public void show(List<StageChart> newCharts) {
        visibleCharts = newCharts;
        show();
    }

    private void show() {
        TrainingViewState viewState = state.getValue();
        RunFacts facts = viewState.facts();
        setLoss(loss, viewState);
        lossCard.setSubject(List.of(viewState.experiment().data(), facts == null ? "" : facts.loss()));
        accuracyCard.setSubject(viewState.experiment().data());
        Texts texts = messages.texts();
        CurveModels models = models();
        loss.setOverSteps(bySteps.isSelected());
        accuracy.setOverSteps(bySteps.isSelected());
        if (visibleCharts.contains(StageChart.LOSS)) {
            loss.highlight(evidence(false));
            loss.show(models.loss(viewState, texts));
        }
        if (visibleCharts.contains(StageChart.ACCURACY)) {
            accuracy.highlight(evidence(true));
            accuracy.show(models.accuracy(viewState, texts));
        }
    }

    /** Names the loss function on the axis, unless a log is displayed, whose loss function is not known. */
    private static void setLoss(LossChart chart, TrainingViewState viewState) {
        RunFacts facts = viewState.facts();
        if (viewState.runs().stream().anyMatch(run -> run.run().log() != null)) {
            chart.setLoss(null);
        } else if (facts != null) {
            chart.setLoss(facts.loss());
        }
    }

    private CurveModels models() {
        return new CurveModels(
                smoothed.isSelected(), gap.isSelected(), readAtPlayhead.isSelected(), bySteps.isSelected());
    }

    /** An animation of one chart's curves, drawn on a separate chart with the card's current options. */
    GifSource animation(StageChart kind, RunReplay run) {
        int[] epochs = run.curveEpochs();
        CurveModels models = models();
        Texts texts = messages.texts();
        List<TrainingCurvesModel> frames = run.viewStates(epochs).stream()
                .map(viewState ->
                        kind == StageChart.LOSS ? models.loss(viewState, texts) : models.accuracy(viewState, texts))
                .toList();
        TrainingCurvesModel complete = frames.get(frames.size() - 1);
        return new CurveAnimation(
                epochs, frames, kind == StageChart.LOSS ? lossRenderer(complete) : accuracyRenderer(complete));
    }

    /** An animation of the curves of the log that was opened last; empty if none is displayed, or without curves here. */
    Optional<GifSource> logAnimation(StageChart kind) {
        TrainingViewState viewState = state.getValue();
        ComparedRun run = LogFindings.newest(viewState);
        TrainingLog log = run == null ? null : run.log();
        if (log == null || !log.isOn(axis())) {
            return Optional.empty();
        }
        Texts texts = messages.texts();
        int index = viewState.runs().stream().map(DisplayedRun::run).toList().indexOf(run);
        int last = log.lastPosition(axis());
        TrainingCurvesModel all =
                kind == StageChart.LOSS ? models().loss(viewState, texts) : models().accuracy(viewState, texts);
        TrainingCurvesModel whole = all.choosing(index, last);
        RunCurves curves = all.runs().get(index).curves();
        return last < 1 || curves.train().size() + curves.validation().size() == 0
                ? Optional.empty()
                : Optional.of(new LogAnimation(
                        log,
                        bySteps.isSelected(),
                        last,
                        whole,
                        kind == StageChart.LOSS ? lossRenderer(whole) : accuracyRenderer(whole)));
    }

    private FrameRenderer<TrainingCurvesModel> lossRenderer(TrainingCurvesModel complete) {
        LossChart chart = new LossChart(messages.texts(), appearance.chartTheme());
        setLoss(chart, state.getValue());
        chart.setOverSteps(bySteps.isSelected());
        chart.highlight(evidence(false));
        chart.setLogarithmicLoss(scale.valueProperty().getValue());
        chart.setLogarithmicEpochs(logarithmicEpochs.isSelected());
        return new FrameRenderer<>(chart.chart(), all -> chart.fixAxes(complete), chart::show);
    }

    private FrameRenderer<TrainingCurvesModel> accuracyRenderer(TrainingCurvesModel complete) {
        AccuracyChart chart = new AccuracyChart(messages.texts(), appearance.chartTheme());
        chart.setOverSteps(bySteps.isSelected());
        chart.highlight(evidence(true));
        chart.setLogarithmicEpochs(logarithmicEpochs.isSelected());
        return new FrameRenderer<>(chart.chart(), all -> chart.fixAxes(complete), chart::show);
    }

    /** How to read the curves, including the seed bands and the smoothing if they are shown. */
    private ObservableValue<String> subtitle(String key) {
        return messages.compute(
                () -> {
                    boolean bands = state.getValue().runs().stream().anyMatch(run -> run.seeds() != null);
                    String how = messages.get(bands ? "training.seeds.subtitle" : key);
                    return smoothed.isSelected() ? messages.get("training.curves.smoothed.how", how) : how;
                },
                state,
                smoothed.selectedProperty());
    }

    /**
     * The evidence of the current findings as epoch ranges. The loss chart omits findings about layers; the accuracy
     * chart shows only findings that are visible in the accuracy. Those of a log follow.
     */
    private List<EvidenceRange> evidence(boolean inAccuracy) {
        List<Finding<TrainingEvidence, Experiment>> findings =
                inspections.findingsProperty().get();
        List<EvidenceRange> highlights = new ArrayList<>();
        for (int k = 0; k < findings.size(); k++) {
            TrainingEvidence shown = findings.get(k).evidence();
            if (isMarked(shown, inAccuracy)) {
                boolean steps = bySteps.isSelected();
                StepScale scale = StepScale.of(state.getValue());
                highlights.add(new EvidenceRange(
                        steps ? scale.toStep(shown.fromEpoch()) : shown.fromEpoch(),
                        steps ? scale.toStep(shown.toEpoch()) : shown.toEpoch(),
                        Integer.toString(k + 1)));
            }
        }
        if (!inAccuracy) {
            highlights.addAll(logFindings.ranges(state.getValue(), axis()));
        }
        return highlights;
    }

    private LogAxis axis() {
        return bySteps.isSelected() ? LogAxis.STEP : LogAxis.EPOCH;
    }

    private static boolean isMarked(TrainingEvidence shown, boolean inAccuracy) {
        boolean inLoss = shown.layers().isEmpty() && shown.problem() != Problem.UNLIKE_SCALES;
        return inAccuracy ? shown.inAccuracy() : inLoss;
    }

    /** The findings that are marked in a chart, with their numbers and epochs. */
    private String findingsText(boolean inAccuracy) {
        Texts texts = messages.texts();
        List<Finding<TrainingEvidence, Experiment>> findings =
                inspections.findingsProperty().get();
        List<String> marked = new ArrayList<>();
        for (int k = 0; k < findings.size(); k++) {
            TrainingEvidence shown = findings.get(k).evidence();
            if (isMarked(shown, inAccuracy)) {
                marked.add(texts.get(
                        "training.figure.finding",
                        Integer.toString(k + 1),
                        FindingText.of(findings.get(k), texts).title(),
                        Integer.toString(shown.fromEpoch()),
                        Integer.toString(shown.toEpoch())));
            }
        }
        if (!inAccuracy) {
            marked.addAll(logFindings.describe(state.getValue(), axis(), texts));
        }
        return String.join("; ", marked);
    }

    private void addPointerHandlers(ChartCard card, BiFunction<Point2D, Rectangle2D, @Nullable Integer> epochAt) {
        card.chartView().disableReadout();
        card.chartView().addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            Rectangle2D plot = card.chartView().getRenderingInfo().getPlotInfo().getDataArea();
            Integer position =
                    plot == null ? null : epochAt.apply(new Point2D.Double(event.getX(), event.getY()), plot);
            pointAt.accept(
                    position == null || !bySteps.isSelected()
                            ? position
                            : (Integer) StepScale.of(state.getValue()).toEpoch(position));
        });
        card.chartView().addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointAt.accept(null));
    }

    private Node scale() {
        scale.valueProperty().addListener((observed, before, now) -> loss.setLogarithmicLoss(now));
        return Hints.withHint(scale, messages.bind("training.scale.hint"));
    }

    private Node options() {
        MenuButton menu = new MenuButton();
        menu.setId("training-curves-options");
        menu.setGraphic(Icons.icon("fth-sliders"));
        menu.getStyleClass().addAll("icon-button", "card-menu", "no-arrow");
        Icons.addTooltip(menu, messages.bind("training.curves.options"));
        option(menu, smoothed, "smoothed");
        option(menu, gap, "gap");
        option(menu, readAtPlayhead, "reads");
        option(menu, logarithmicEpochs, "logEpochs");
        option(menu, bySteps, "bySteps");
        logarithmicEpochs.selectedProperty().addListener((observed, before, now) -> {
            loss.setLogarithmicEpochs(now);
            accuracy.setLogarithmicEpochs(now);
        });
        return menu;
    }

    private void option(MenuButton menu, CheckMenuItem item, String name) {
        item.setId("training-curves-" + name);
        item.textProperty().bind(messages.bind("training.curves." + name));
        item.selectedProperty().addListener((observed, before, now) -> show());
        menu.getItems().add(item);
    }

    /**
     * An animation of curves during training.
     *
     * @param epochs in ascending order
     * @param models one for each epoch, each with the complete curves and the play head at its epoch
     */
    private record CurveAnimation(
            int[] epochs, List<TrainingCurvesModel> models, FrameRenderer<TrainingCurvesModel> renderer)
            implements GifSource {
        @Override
        public int lastEpoch() {
            return epochs[epochs.length - 1];
        }

        @Override
        public Optional<byte[]> gif(TrainingGif filming, DoubleConsumer share, BooleanSupplier cancelled) {
            return filming.render(
                    renderer,
                    epochs,
                    epoch -> models.get(Arrays.binarySearch(epochs, epoch)).untilPlayHead(),
                    share,
                    cancelled);
        }
    }
}
