package hyperlab.lab.training;

import hyperlab.chart.style.ChartStyle;
import hyperlab.lab.LabContext;
import hyperlab.lab.training.inspection.NetworkInspection;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.run.StageLayout.Arrangement;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.lab.training.stage.CapacityCard;
import hyperlab.lab.training.stage.ChartAnimations;
import hyperlab.lab.training.stage.ChartChooser;
import hyperlab.lab.training.stage.CurveCards;
import hyperlab.lab.training.stage.InspectionCards;
import hyperlab.lab.training.stage.MeasurementCards;
import hyperlab.lab.training.stage.NetworkDiagramCard;
import hyperlab.lab.training.stage.PlaygroundCard;
import hyperlab.lab.training.stage.RegularizationPathCard;
import hyperlab.lab.training.stage.RestartBanner;
import hyperlab.lab.training.stage.StageBar;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.FindingCard;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.StageGrid;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** One, two or four charts, each selectable, and above them the changes that require a restart. */
final class TrainingStage extends BorderPane {
    private static final Duration LOADING_DELAY = Duration.millis(300);

    private final TrainingViewModel lab;
    private final Messages messages;
    private final CurveCards curves;
    private final InspectionCards inspectionCards;
    private final NetworkDiagramCard network;
    private final MeasurementCards measurementCards;
    private final Map<StageChart, ChartCard> cards = new EnumMap<>(StageChart.class);
    private final SegmentedButton<Arrangement> arrangement;
    private final StageBar bar;
    private final PauseTransition loadingDelay = new PauseTransition(LOADING_DELAY);
    private List<StageChart> shown = List.of();
    private boolean onStage;

    TrainingStage(TrainingViewModel lab, LabContext context) {
        this.lab = lab;
        this.messages = context.messages();
        curves = new CurveCards(lab, context);
        inspectionCards = new InspectionCards(lab, context);
        network = new NetworkDiagramCard(lab, context);
        measurementCards = new MeasurementCards(lab, context);
        cards.put(StageChart.LOSS, curves.loss());
        cards.put(StageChart.ACCURACY, curves.accuracy());
        cards.putAll(inspectionCards.cards());
        cards.put(StageChart.NETWORK, network.card());
        cards.putAll(measurementCards.cards());
        cards.put(StageChart.CAPACITY, new CapacityCard(lab, context).card());
        cards.put(StageChart.PATHS, new RegularizationPathCard(lab, context).card());
        cards.put(StageChart.PLAYGROUND, new PlaygroundCard(lab, context).card());
        ChartAnimations animations = new ChartAnimations(lab, context, curves);
        cards.forEach((kind, card) -> card.withGifExport(() -> animations.availability(kind)));
        arrangement = new SegmentedButton<>(
                "training-arrangement",
                messages,
                List.of(Arrangement.FOUR, Arrangement.TWO, Arrangement.ONE),
                each -> "stage.arrangement." + each.name().toLowerCase(Locale.ROOT));
        arrangement.valueProperty().bindBidirectional(lab.layout().arrangementProperty());
        cards.forEach((kind, card) -> card.addToHeader(new ChartChooser(kind, lab, messages)));
        bar = new StageBar(lab, messages, arrangement);
        setTop(new VBox(new RestartBanner(lab, messages), bar));
        loadingDelay.setOnFinished(event -> setWorking(true));
        lab.openingProperty().addListener((observed, before, now) -> setOpening(now));
        setOpening(lab.openingProperty().get());
        lab.viewStateProperty().addListener((observed, before, now) -> show());
        lab.inspection().inspectionProperty().addListener((observed, before, now) -> showInspection(now));
        lab.layout().arrangementProperty().addListener((observed, before, now) -> show());
        lab.layout().chosenChartsProperty().addListener((observed, before, now) -> show());
        messages.languageProperty().addListener((observed, before, now) -> updateTexts(messages.texts()));
        context.appearance().addStyleListener(() -> restyle(context.appearance().chartStyle()));
        show();
    }

    List<ChartCard> cards() {
        return shown.stream().map(this::card).toList();
    }

    void setOnStage(boolean isOnStage) {
        onStage = isOnStage;
        activate();
        show();
        lab.inspection().setVisible(isOnStage);
        lab.playgroundPage().setVisible(isOnStage);
    }

    private ChartCard card(StageChart kind) {
        return Objects.requireNonNull(cards.get(kind));
    }

    private void activate() {
        cards.forEach((kind, card) -> card.setActive(onStage && shown.contains(kind)));
    }

    private void show() {
        TrainingViewState picture = lab.viewStateProperty().get();
        arrange(picture.error() == null ? lab.layout().visibleCharts(picture.facts()) : List.of(StageChart.LOSS));
        showError(picture.error());
        curves.show(shown);
        bar.show();
        if (onStage && shown.contains(StageChart.PATHS)) {
            lab.computePaths();
        }
    }

    private void showInspection(@Nullable NetworkInspection inspection) {
        if (inspection == null) {
            return;
        }
        for (StageChart kind : shown) {
            if (kind == StageChart.NETWORK) {
                network.show(inspection);
            } else {
                inspectionCards.show(kind, inspection);
                measurementCards.show(kind, inspection);
            }
        }
    }

    private void updateTexts(Texts texts) {
        inspectionCards.texts(texts);
        network.texts(texts);
        measurementCards.updateAll();
        show();
        showInspection(lab.inspection().inspectionProperty().get());
    }

    private void restyle(ChartStyle style) {
        inspectionCards.style(style);
        network.style(style);
        measurementCards.style(style);
    }

    private void arrange(List<StageChart> wanted) {
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        StageGrid grid = wanted.size() == 4
                ? new StageGrid(new double[] {5, 4}, new double[] {1, 1})
                : new StageGrid(new double[] {1}, wanted.size() == 2 ? new double[] {3, 2} : new double[] {1});
        for (int place = 0; place < wanted.size(); place++) {
            boolean four = wanted.size() == 4;
            grid.addCard(card(wanted.get(place)), four ? place % 2 : 0, four ? place / 2 : place, 1);
        }
        setCenter(grid);
        activate();
        showInspection(lab.inspection().inspectionProperty().get());
    }

    private void showError(@Nullable InvalidInputException error) {
        ChartCard first = card(StageChart.LOSS);
        if (error == null) {
            first.showInstead(null);
            return;
        }
        FindingCard failure = new FindingCard(
                "training-failed",
                FindingCard.Severity.DANGER,
                messages.bind("training.failed"),
                messages.compute(() -> ErrorMessages.message(error, messages.texts())));
        if (lab.undo().canUndoProperty().get()) {
            failure.remedy(messages.bind("training.failed.undo"), lab.undo()::undo);
        } else {
            failure.remedy(
                    messages.bind("training.failed.reset"),
                    () -> lab.settings().data().source().set("moons"));
        }
        first.showInstead(failure);
    }

    private void setOpening(boolean now) {
        if (now) {
            loadingDelay.playFromStart();
        } else {
            loadingDelay.stop();
            setWorking(false);
        }
    }

    private void setWorking(boolean now) {
        cards.values().forEach(card -> card.showProgress(now));
    }
}
