package hyperlab.app.batch;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.PlaneGestures;
import hyperlab.app.control.ZoomState;
import hyperlab.app.control.WrappedText;
import hyperlab.app.control.StageGrid;
import hyperlab.chart.BatchSizeChart;
import hyperlab.text.Texts;
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
final class BatchStage extends StackPane {
    private final LabContext context;
    private final BatchViewModel lab;
    private final BatchCharts charts;
    private final BatchSizeChart experiment;
    private final ZoomState view;
    private final ChartCard stripCard;
    private final List<ChartCard> surfaceCards = new ArrayList<>();
    private final ChartCard cloudCard;
    private final ChartCard noiseCard;
    private final ChartCard experimentCard;
    private final StringProperty experimentHow = new SimpleStringProperty("");
    private final Node empty;
    private boolean dragging;
    private @Nullable Comparison homed;

    BatchStage(LabContext context, BatchViewModel lab) {
        this.context = context;
        this.lab = lab;
        Messages messages = context.messages();
        Texts texts = messages.texts();
        charts = new BatchCharts(texts, context.appearance().chartTheme());
        experiment = new BatchSizeChart(texts, context.appearance().chartTheme());
        view = new ZoomState(BatchCharts.home(lab.moment().get().comparison()));
        stripCard = new ChartCard(
                "batch-strip",
                messages,
                messages.bind("batch.strip"),
                messages.compute(() -> words().stripHow(moment()), lab.moment()),
                charts.strip().chart());
        Stream.of(Walker.values()).forEach(walker -> surfaceCards.add(surface(walker)));
        cloudCard = new ChartCard(
                "batch-cloud",
                messages,
                messages.bind("batch.cloud"),
                messages.bind("batch.cloud.how"),
                charts.cloud().chart());
        noiseCard = new ChartCard(
                "batch-noise",
                messages,
                messages.bind("batch.noise"),
                messages.bind("batch.noise.how"),
                charts.noise().chart());
        experimentCard = new ChartCard(
                        "batch-experiment-chart",
                        messages,
                        messages.compute(
                                () -> messages.get(ExperimentWords.key(
                                                lab.experiments().chosen().get()) + ".title"),
                                lab.experiments().chosen()),
                        experimentHow,
                        experiment.chart())
                .insertAbove(ExperimentControls.chooser(messages, lab, "batch-look-at"));
        empty = empty(messages);
        StageGrid grid = new StageGrid(new double[] {1, 1, 1}, new double[] {0, 1, 1})
                .addCard(stripCard, 0, 0, 3)
                .addCard(surfaceCards.get(0), 0, 1, 1)
                .addCard(surfaceCards.get(1), 1, 1, 1)
                .addCard(surfaceCards.get(2), 2, 1, 1)
                .addCard(cloudCard, 0, 2, 1)
                .addCard(noiseCard, 1, 2, 1)
                .addCard(experimentCard, 2, 2, 1);
        getChildren().add(grid);
        lab.comparing().addListener((observed, before, now) -> surfaceCards.forEach(card -> card.showProgress(now)));
    }

    private BatchMoment moment() {
        return lab.moment().get();
    }

    private BatchWords words() {
        return new BatchWords(context.messages().texts());
    }

    private ChartCard surface(Walker walker) {
        Messages messages = context.messages();
        ChartCard card = new ChartCard(
                "batch-surface-" + walker.id(),
                messages,
                messages.compute(
                        () -> words().name(
                                        walker,
                                        moment().comparison().walk(walker).cut()),
                        lab.moment()),
                messages.compute(() -> words().reach(walker, moment()), lab.moment()),
                charts.surface(walker).chart());
        card.addToHeader(PlaneGestures.resetButton("batch-view-" + walker.id(), view, messages));
        card.getStyleClass().add("batch-surface");
        PlaneGestures.install(card, view, new StartPoint(walker));
        return card;
    }

    /** A notice in place of the empty chart, with a button that runs the experiment. */
    private Node empty(Messages messages) {
        WrappedText what = new WrappedText(messages.compute(
                () -> messages.get(
                        ExperimentWords.key(lab.experiments().chosen().get()) + ".empty"),
                lab.experiments().chosen()));
        Button run = ExperimentControls.button(messages, lab, "batch-run-here");
        run.setMaxWidth(USE_PREF_SIZE);
        what.setAlignment(Pos.CENTER);
        VBox box = new VBox(what, run);
        box.getStyleClass().add("empty-state");
        return box;
    }

    /** The visible window of the weight plane, shared by the three surfaces. */
    ZoomState view() {
        return view;
    }

    List<ChartCard> cards() {
        return Stream.of(List.of(stripCard), surfaceCards, List.of(cloudCard, noiseCard, experimentCard))
                .flatMap(List::stream)
                .toList();
    }

    void show(BatchMoment moment) {
        if (!dragging && !moment.comparison().equals(homed)) {
            boolean other =
                    homed != null && homed.model() != moment.comparison().model();
            homed = moment.comparison();
            if (other) {
                view.setPlane(BatchCharts.home(homed));
            } else {
                view.setHome(BatchCharts.home(homed));
            }
        }
        charts.show(moment, view.window().get(), context.messages().texts());
    }

    /** Shows the results of the experiment so far, or a notice if it has not been run. */
    void showFound(BatchMoment moment) {
        Experiments experiments = lab.experiments();
        Experiments.Kind kind = experiments.chosen().get();
        StudyRunner.StudyStatus<?> found = experiments.study(kind).found().get();
        Texts texts = context.messages().texts();
        experimentHow.set(new ExperimentWords(texts).how(kind, found));
        experiment.show(new ExperimentPictures(texts, moment).of(experiments));
        experimentCard.showInstead(found.state() == StudyRunner.StudyState.NONE ? empty : null);
        if (found.isRunning()) {
            experimentCard.showProgress(found.share());
        } else {
            experimentCard.showProgress(false);
        }
    }

    void restyle() {
        charts.style(context.appearance().chartStyle());
        experiment.style(context.appearance().chartStyle());
    }

    void relabel() {
        charts.texts(context.messages().texts());
        experiment.texts(context.messages().texts());
    }

    void shown(boolean onStage) {
        cards().forEach(card -> card.setActive(onStage));
    }

    /** Dragging on any of the surfaces moves the start of all descents. The window does not move during the drag. */
    private final class StartPoint implements PlaneGestures.PointGestureListener {
        private final Walker walker;

        StartPoint(Walker walker) {
            this.walker = walker;
        }

        @Override
        public void begin() {
            lab.undo().settle();
            dragging = true;
        }

        @Override
        public void moveTo(double pixelX, double pixelY, Rectangle2D plotArea) {
            Point2D at = charts.surface(walker).at(pixelX, pixelY, plotArea);
            lab.start(at.getX(), at.getY());
        }

        @Override
        public void end() {
            dragging = false;
            lab.undo().settle();
            lab.refresh();
        }
    }
}
