package hyperlab.lab.batchsize;

import hyperlab.chart.batch.BatchSizeChart;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import hyperlab.ui.control.chart.PlaneGestures;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.chart.StagePage;
import hyperlab.ui.control.chart.ZoomState;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The lab's chart cards: the epoch strip, the three loss surfaces, the gradient cloud, the gradient noise, and the
 * selected experiment.
 */
final class BatchSizeStage extends StackPane {
    private final LabContext context;
    private final BatchSizeViewModel lab;
    private final BatchSizeCharts charts;
    private final ChartCardView<BatchSizeChart.Model> experiment;
    private final ZoomState zoomState;
    private final ChartCard stripCard;
    private final List<ChartCard> surfaceCards = new ArrayList<>();
    private final ChartCard cloudCard;
    private final ChartCard noiseCard;
    private final EscapeValley valley;
    private final ChartCard experimentCard;
    private final StringProperty experimentSubtitle = new SimpleStringProperty("");
    private final Node emptyNotice;
    private boolean dragging;
    private @Nullable BatchSizeComparison homeComparison;

    BatchSizeStage(LabContext context, BatchSizeViewModel lab) {
        this.context = context;
        this.lab = lab;
        Messages messages = context.messages();
        Texts texts = messages.texts();
        charts = new BatchSizeCharts(texts, context.appearance().chartTheme());
        zoomState = new ZoomState(
                BatchSizeCharts.homeWindow(lab.viewStateProperty().get().comparison()));
        stripCard = context.chartCard(
                        "batch-size-strip",
                        charts.strip(),
                        messages.bind("batch-size.strip"),
                        messages.compute(() -> text().stripSubtitle(snapshot()), lab.viewStateProperty()))
                .card();
        Stream.of(ComparedDescent.values()).forEach(descent -> surfaceCards.add(surface(descent)));
        cloudCard = context.chartCard("batch-size-cloud", charts.cloud(), "batch-size.cloud")
                .card();
        valley = new EscapeValley(context.appearance().chartTheme());
        noiseCard = context.chartCard(
                        "batch-size-noise",
                        charts.noise(),
                        messages.compute(
                                () -> messages.get(showsValley() ? "batch-size.escape.valley" : "batch-size.noise"),
                                lab.experiments().chosenProperty()),
                        messages.compute(
                                this::noiseSubtitle, lab.experiments().chosenProperty(), lab.viewStateProperty()))
                .withAlternative(valley.chart())
                .card();
        experiment = context.chartCard(
                "batch-size-experiment-chart",
                new BatchSizeChart(texts, context.appearance().chartTheme()),
                messages.compute(
                        () -> messages.get(BatchSizeExperimentText.key(
                                        lab.experiments().chosenProperty().get()) + ".title"),
                        lab.experiments().chosenProperty()),
                experimentSubtitle);
        experimentCard = experiment
                .card()
                .insertAbove(BatchSizeExperimentControls.selector(messages, lab, "batch-size-look-at"));
        emptyNotice = emptyNotice(messages);
        StageGrid grid = new StageGrid(new double[] {1, 1, 1}, new double[] {0, 1, 1})
                .addCard(stripCard, 0, 0, 3)
                .addCard(surfaceCards.get(0), 0, 1, 1)
                .addCard(surfaceCards.get(1), 1, 1, 1)
                .addCard(surfaceCards.get(2), 2, 1, 1)
                .addCard(cloudCard, 0, 2, 1)
                .addCard(noiseCard, 1, 2, 1)
                .addCard(experimentCard, 2, 2, 1);
        grid.present(
                StagePage.sideBySide(surfaceCards.get(0), surfaceCards.get(1), surfaceCards.get(2))
                        .withNarrowestColumn(0),
                new StagePage(new double[] {2, 3}, new double[] {2, 3})
                        .add(stripCard, 0, 0, 2, 1)
                        .add(cloudCard, 0, 1)
                        .add(noiseCard, 1, 1),
                StagePage.sideBySide(experimentCard));
        getChildren().add(grid);
        lab.comparingProperty()
                .addListener((observed, before, now) -> surfaceCards.forEach(card -> card.showProgress(now)));
    }

    /** Whether the wells of the escape experiment take the place of the gradient noise, which it does not use. */
    private boolean showsValley() {
        return lab.experiments().chosenProperty().get() == BatchSizeExperiments.Kind.ESCAPE;
    }

    private String noiseSubtitle() {
        Messages messages = context.messages();
        return showsValley()
                ? messages.get("batch-size.escape.valley.how", Integer.toString(EscapeValley.batchSize(snapshot())))
                : messages.get("batch-size.noise.how");
    }

    private BatchSizeSnapshot snapshot() {
        return lab.viewStateProperty().get();
    }

    private BatchSizeText text() {
        return new BatchSizeText(context.messages().texts());
    }

    private ChartCard surface(ComparedDescent descent) {
        Messages messages = context.messages();
        ChartCard card = context.chartCard(
                        "batch-size-surface-" + descent.id(),
                        charts.surface(descent),
                        messages.compute(
                                () -> text().label(
                                                descent,
                                                snapshot()
                                                        .comparison()
                                                        .path(descent)
                                                        .epochBatches()),
                                lab.viewStateProperty()),
                        messages.compute(() -> text().lengthText(descent, snapshot()), lab.viewStateProperty()))
                .card();
        card.addToHeader(PlaneGestures.resetButton("batch-size-view-" + descent.id(), zoomState, messages));
        card.getStyleClass().add("batch-size-surface");
        PlaneGestures.install(card, zoomState, new StartPoint(descent));
        return card;
    }

    /** A notice in place of the empty chart, with a button that runs the experiment. */
    private Node emptyNotice(Messages messages) {
        WrappedText what = new WrappedText(messages.compute(
                () -> messages.get(BatchSizeExperimentText.key(
                                lab.experiments().chosenProperty().get()) + ".empty"),
                lab.experiments().chosenProperty()));
        Button run = BatchSizeExperimentControls.runButton(messages, lab, "batch-size-run-here");
        run.setMaxWidth(USE_PREF_SIZE);
        what.setAlignment(Pos.CENTER);
        VBox box = new VBox(what, run);
        box.getStyleClass().add("empty-state");
        return box;
    }

    /** The visible window of the weight plane, shared by the three surfaces. */
    ZoomState zoomState() {
        return zoomState;
    }

    List<ChartCard> cards() {
        return Stream.of(List.of(stripCard), surfaceCards, List.of(cloudCard, noiseCard, experimentCard))
                .flatMap(List::stream)
                .toList();
    }

    void show(BatchSizeSnapshot snapshot) {
        if (!dragging && !snapshot.comparison().equals(homeComparison)) {
            boolean modelChanged = homeComparison != null
                    && homeComparison.model() != snapshot.comparison().model();
            homeComparison = snapshot.comparison();
            if (modelChanged) {
                zoomState.setPlane(BatchSizeCharts.homeWindow(homeComparison));
            } else {
                zoomState.setHome(BatchSizeCharts.homeWindow(homeComparison));
            }
        }
        cloudCard.setSubject(snapshot.comparison().model());
        noiseCard.setSubject(snapshot.comparison().model());
        charts.show(
                snapshot, zoomState.windowProperty().get(), context.messages().texts());
    }

    /** Shows the results of the experiment so far, or a notice if it has not been run. */
    void showExperiment(BatchSizeSnapshot snapshot) {
        BatchSizeExperiments experiments = lab.experiments();
        BatchSizeExperiments.Kind kind = experiments.chosenProperty().get();
        StudyRunner.StudyStatus<?> status =
                experiments.study(kind).statusProperty().get();
        Texts texts = context.messages().texts();
        experimentSubtitle.set(new BatchSizeExperimentText(texts).subtitle(kind, status));
        experimentCard.setSubject(kind);
        if (showsValley()) {
            valley.show(snapshot, texts);
        }
        noiseCard.chart((showsValley() ? valley.chart() : charts.noise()).chart());
        experiment.show(new BatchSizeExperimentCharts(texts, snapshot).chart(experiments));
        experimentCard.showInstead(status.state() == StudyRunner.StudyState.NONE ? emptyNotice : null);
        experimentCard.showProgress(status.isRunning(), status.share());
    }

    void setActive(boolean onStage) {
        cards().forEach(card -> card.setActive(onStage));
    }

    /** Dragging on any of the surfaces moves the start of all descents. The window does not move during the drag. */
    private final class StartPoint implements PlaneGestures.PointGestureListener {
        private final ComparedDescent descent;

        StartPoint(ComparedDescent descent) {
            this.descent = descent;
        }

        @Override
        public void begin() {
            lab.undo().settle();
            dragging = true;
        }

        @Override
        public void moveTo(double pixelX, double pixelY, Rectangle2D plotArea) {
            Point2D at = charts.surface(descent).pointAt(pixelX, pixelY, plotArea);
            lab.setStart(at.getX(), at.getY());
        }

        @Override
        public void end() {
            dragging = false;
            lab.undo().settle();
            lab.refresh();
        }
    }
}
