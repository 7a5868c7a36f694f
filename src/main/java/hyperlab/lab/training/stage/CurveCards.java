package hyperlab.lab.training.stage;

import hyperlab.chart.training.AccuracyChart;
import hyperlab.chart.training.LossChart;
import hyperlab.lab.LabContext;
import hyperlab.lab.training.inspection.NetworkInspectionViewModel;
import hyperlab.lab.training.run.RunFacts;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.chart.ChartCard;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The cards with the loss and accuracy curves of all displayed runs, and the values under the pointer. */
public final class CurveCards {
    private final ObservableValue<TrainingViewState> state;
    private final Consumer<@Nullable Integer> pointAt;
    private final Messages messages;
    private final CurveOptions options;
    private final CurveFindings findings;
    private final CurveAnimations animations;
    private final LossChart loss;
    private final AccuracyChart accuracy;
    private final ChartCard lossCard;
    private final ChartCard accuracyCard;
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
        this.state = state;
        this.pointAt = pointAt;
        this.messages = context.messages();
        options = new CurveOptions(messages, bySteps);
        findings = new CurveFindings(inspections, state, options);
        animations = new CurveAnimations(state, options, findings, messages, context.appearance());
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
        lossCard.withFindings(() -> findings.describe(false, messages.texts()));
        accuracyCard.withFindings(() -> findings.describe(true, messages.texts()));
        lossCard.addToHeader(options.scaleButton());
        lossCard.addToHeader(options.menu(this::show));
        followScales();
        addPointerHandlers(lossCard, loss::epochAt);
        addPointerHandlers(accuracyCard, accuracy::epochAt);
        inspections.findingsProperty().addListener((observed, before, now) -> {
            loss.highlight(findings.ranges(false));
            accuracy.highlight(findings.ranges(true));
        });
    }

    private void followScales() {
        options.logarithmicLossProperty().addListener((observed, before, now) -> loss.setLogarithmicLoss(now));
        options.logarithmicEpochsProperty().addListener((observed, before, now) -> {
            loss.setLogarithmicEpochs(now);
            accuracy.setLogarithmicEpochs(now);
        });
    }

    public ChartCard loss() {
        return lossCard;
    }

    public ChartCard accuracy() {
        return accuracyCard;
    }

    CurveAnimations animations() {
        return animations;
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
        CurveModels models = options.models();
        loss.setOverSteps(options.isBySteps());
        accuracy.setOverSteps(options.isBySteps());
        if (visibleCharts.contains(StageChart.LOSS)) {
            loss.highlight(findings.ranges(false));
            loss.show(models.loss(viewState, texts));
        }
        if (visibleCharts.contains(StageChart.ACCURACY)) {
            accuracy.highlight(findings.ranges(true));
            accuracy.show(models.accuracy(viewState, texts));
        }
    }

    /** Names the loss function on the axis, unless a log is displayed, whose loss function is not known. */
    static void setLoss(LossChart chart, TrainingViewState viewState) {
        RunFacts facts = viewState.facts();
        if (viewState.runs().stream().anyMatch(run -> run.run().log() != null)) {
            chart.setLoss(null);
        } else if (facts != null) {
            chart.setLoss(facts.loss());
        }
    }

    /** How to read the curves, including the seed bands and the smoothing if they are shown. */
    private ObservableValue<String> subtitle(String key) {
        return messages.compute(
                () -> {
                    boolean bands = state.getValue().runs().stream().anyMatch(run -> run.seeds() != null);
                    String how = messages.get(bands ? "training.seeds.subtitle" : key);
                    return options.smoothedProperty().getValue()
                            ? messages.get("training.curves.smoothed.how", how)
                            : how;
                },
                state,
                options.smoothedProperty());
    }

    private void addPointerHandlers(ChartCard card, BiFunction<Point2D, Rectangle2D, @Nullable Integer> epochAt) {
        card.chartView().disableReadout();
        card.chartView().addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            Rectangle2D plot = card.chartView().getRenderingInfo().getPlotInfo().getDataArea();
            Integer position =
                    plot == null ? null : epochAt.apply(new Point2D.Double(event.getX(), event.getY()), plot);
            pointAt.accept(
                    position == null || !options.isBySteps()
                            ? position
                            : (Integer) StepScale.of(state.getValue()).toEpoch(position));
        });
        card.chartView().addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointAt.accept(null));
    }
}
