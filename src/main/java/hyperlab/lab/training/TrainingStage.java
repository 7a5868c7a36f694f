package hyperlab.lab.training;

import hyperlab.finding.Severity;
import hyperlab.lab.training.inspection.NetworkInspection;
import hyperlab.lab.training.inspection.NetworkInspectionViewModel;
import hyperlab.lab.training.run.RunReadout;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.run.StageLayout;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.lab.training.stage.ChartChooser;
import hyperlab.lab.training.stage.RestartBanner;
import hyperlab.lab.training.stage.StageBar;
import hyperlab.lab.training.stage.StageCards;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.FindingCard;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.chart.StagePage;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** One to four charts, each selectable, and above them the changes that require a restart. */
final class TrainingStage extends BorderPane {
    private static final Duration LOADING_DELAY = Duration.millis(300);

    private final TrainingViewModel lab;
    private final StageCards cards;
    private final StageBar bar;
    private final StageLayout layout;
    private final NetworkInspectionViewModel inspections;
    private final UndoHistory undo;
    private final ExperimentSettings settings;
    private final Messages messages;
    private final PauseTransition loadingDelay = new PauseTransition(LOADING_DELAY);
    private List<StageChart> shown = List.of();
    private final BooleanProperty locked = new SimpleBooleanProperty(this, "locked");
    private final StringProperty numbers = new SimpleStringProperty("");
    private final BooleanProperty showsLoss = new SimpleBooleanProperty();
    private boolean onStage;

    TrainingStage(
            TrainingViewModel lab,
            StageCards cards,
            StageBar bar,
            RestartBanner banner,
            StageLayout layout,
            NetworkInspectionViewModel inspections,
            UndoHistory undo,
            ExperimentSettings settings,
            Messages messages,
            Appearance appearance) {
        this.lab = lab;
        this.cards = cards;
        this.bar = bar;
        this.layout = layout;
        this.inspections = inspections;
        this.undo = undo;
        this.settings = settings;
        this.messages = messages;
        cards.forEach(
                (kind, card) -> card.addToHeader(new ChartChooser(kind, layout, lab.viewStateProperty(), messages)));
        BooleanProperty presented = appearance.presentationProperty();
        bar.visibleProperty().bind(presented.or(locked).not());
        bar.managedProperty().bind(bar.visibleProperty());
        setTop(new VBox(banner, bar));
        setBottom(presentedNumbers(presented));
        loadingDelay.setOnFinished(event -> setWorking(true));
        lab.openingProperty().addListener((observed, before, now) -> setOpening(now));
        setOpening(lab.openingProperty().get());
        lab.viewStateProperty().addListener((observed, before, now) -> show());
        inspections.inspectionProperty().addListener((observed, before, now) -> showInspection(now));
        layout.arrangementProperty().addListener((observed, before, now) -> show());
        layout.chosenChartsProperty().addListener((observed, before, now) -> show());
        messages.languageProperty().addListener((observed, before, now) -> {
            show();
            showInspection(inspections.inspectionProperty().get());
        });
        show();
    }

    private WrappedText presentedNumbers(BooleanProperty presented) {
        WrappedText text = new WrappedText(numbers, "result-text", "presented-numbers");
        text.setId("training-presented-numbers");
        text.visibleProperty().bind(presented.and(numbers.isNotEmpty()).and(showsLoss));
        text.managedProperty().bind(text.visibleProperty());
        return text;
    }

    /** Shows the numbers of the current run below the charts of a presentation. */
    void showNumbers(TrainingViewState state) {
        numbers.set(RunReadout.words(state, messages.texts()));
    }

    List<ChartCard> cards() {
        return shown.stream().map(cards::card).toList();
    }

    /** Gives a chart the focus, so that its own keys work. */
    void focus(StageChart chart) {
        ChartCard card = cards.card(chart);
        if (card.getScene() != null) {
            card.requestFocus();
            return;
        }
        // A new scroll pane takes its content into the scene when the toolkit gives it a skin.
        card.sceneProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Scene> observed, @Nullable Scene before, Scene now) {
                card.sceneProperty().removeListener(this);
                card.requestFocus();
            }
        });
    }

    void setOnStage(boolean isOnStage) {
        onStage = isOnStage;
        activate();
        show();
        lab.setOnStage(isOnStage);
    }

    /** While the stage is locked, its bar, of which nothing could be used, leaves its space to the charts. */
    void setLocked(boolean isLocked) {
        locked.set(isLocked);
    }

    private void activate() {
        cards.forEach((kind, card) -> card.setActive(onStage && shown.contains(kind)));
    }

    private void show() {
        TrainingViewState state = lab.viewStateProperty().get();
        boolean editsPoints = lab.points().editingProperty().get();
        boolean isWhole = state.error() == null || editsPoints;
        arrange(isWhole ? layout.visibleCharts(state.facts()) : List.of(StageChart.LOSS));
        if (state.error() != null && editsPoints) {
            cards.showPoints(lab.points());
        }
        showError(state.error());
        cards.showCurves(shown);
        bar.show();
        if (onStage && shown.contains(StageChart.PATHS)) {
            lab.computePaths();
        }
    }

    private void showInspection(@Nullable NetworkInspection inspection) {
        if (inspection != null) {
            cards.showInspection(shown, inspection);
        }
    }

    private void arrange(List<StageChart> wanted) {
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        showsLoss.set(wanted.contains(StageChart.LOSS));
        StageGrid grid = switch (wanted.size()) {
            case 1 -> new StageGrid(new double[] {1}, new double[] {1});
            case 2 -> new StageGrid(new double[] {1}, new double[] {3, 2});
            case 3 -> new StageGrid(new double[] {8, 5}, new double[] {11, 10});
            default -> new StageGrid(new double[] {5, 4}, new double[] {1, 1});
        };
        for (int place = 0; place < wanted.size(); place++) {
            boolean twoColumns = wanted.size() > 2;
            boolean wide = wanted.size() == 3 && place == 2;
            grid.addCard(
                    cards.card(wanted.get(place)),
                    twoColumns ? place % 2 : 0,
                    twoColumns ? place / 2 : place,
                    wide ? 2 : 1);
        }
        grid.present(pages(wanted));
        setCenter(grid);
        activate();
        showInspection(inspections.inspectionProperty().get());
    }

    /** Two charts next to each other, such as the loss and the decision boundary. */
    private StagePage[] pages(List<StageChart> wanted) {
        StagePage[] pages = new StagePage[(wanted.size() + 1) / 2];
        for (int k = 0; k < pages.length; k++) {
            ChartCard first = cards.card(wanted.get(2 * k));
            pages[k] = 2 * k + 1 < wanted.size()
                    ? StagePage.sideBySide(first, cards.card(wanted.get(2 * k + 1)))
                    : StagePage.sideBySide(first);
        }
        return pages;
    }

    private void showError(@Nullable InvalidInputException error) {
        ChartCard first = cards.card(StageChart.LOSS);
        if (error == null) {
            first.showInstead(null);
            return;
        }
        if (lab.points().editingProperty().get() && lab.points().hasTooFewPoints()) {
            first.showInstead(new FindingCard(
                    "training-points-none",
                    Severity.NOTE,
                    messages.bind("training.points.none"),
                    messages.bind("training.points.none.how")));
            return;
        }
        FindingCard failure = new FindingCard(
                "training-failed",
                Severity.DANGER,
                messages.bind("training.failed"),
                messages.compute(() -> ErrorMessages.message(error, messages.texts())));
        if (undo.canUndoProperty().get()) {
            failure.remedy(messages.bind("training.failed.undo"), undo::undo);
        } else {
            failure.remedy(
                    messages.bind("training.failed.reset"),
                    () -> settings.data().source().set("moons"));
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
        cards.all().forEach(card -> card.showProgress(now));
    }
}
