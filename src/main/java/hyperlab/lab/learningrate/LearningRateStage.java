package hyperlab.lab.learningrate;

import hyperlab.chart.descent.DescentChart;
import hyperlab.chart.descent.ViewAngles;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ProgressMeasure;
import hyperlab.lab.LabContext;
import hyperlab.lab.learningrate.race.DescentRace;
import hyperlab.lab.learningrate.race.FunctionKind;
import hyperlab.lab.learningrate.race.NoisyDescents;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.lab.learningrate.race.StepNarrator;
import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.PulseClock;
import hyperlab.ui.control.ContentCard;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.PlaneGestures;
import hyperlab.ui.control.chart.RotationGestures;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.chart.StagePage;
import hyperlab.ui.control.chart.ZoomState;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * The lab's cards: the descent on a curve or a surface, from above or in three dimensions, the narrated step, and the
 * chart of a measure.
 */
final class LearningRateStage {
    private final LabContext context;
    private final LearningRateViewModel lab;
    private final LearningRateCharts charts;
    private final ZoomState zoom;
    private final ChartCard descent;
    private final ChartCard values;
    private final NoiseStage noise;
    private final StepNarrationView narrationView;
    private final StepNarrator narrator = new StepNarrator();
    private final PulseClock clock = new PulseClock(narrator::advance);
    private final ContentCard narrationCard;
    private final StageGrid grid;
    private final ObjectProperty<SurfaceView> surfaceView =
            new SimpleObjectProperty<>(this, "surfaceView", SurfaceView.CONTOURS);
    private final ObjectProperty<ViewAngles> angles = new SimpleObjectProperty<>(this, "angles", ViewAngles.DEFAULT);
    private Runnable changeListener = () -> {};
    private final BooleanProperty locked = new SimpleBooleanProperty(this, "locked");
    private boolean dragging;
    private @Nullable DescentRace windowRace;
    private @Nullable RaceSnapshot narrated;

    LearningRateStage(LabContext context, LearningRateViewModel lab) {
        this.context = context;
        this.lab = lab;
        Messages messages = context.messages();
        charts = new LearningRateCharts(messages.texts(), context.appearance().chartTheme());
        zoom = new ZoomState(lab.viewStateProperty().get().race().window());
        descent = context.chartCard(
                        "learning-rate-descent",
                        charts.of(FunctionKind.CURVE, SurfaceView.CONTOURS),
                        messages.bind("learning-rate.stage.descent"),
                        messages.compute(this::descentCaption, lab.viewStateProperty(), surfaceView, locked))
                .withAlternative(charts.of(FunctionKind.SURFACE, SurfaceView.CONTOURS))
                .withAlternative(charts.of(FunctionKind.SURFACE, SurfaceView.ROTATABLE))
                .card();
        descent.addToHeader(PlaneGestures.resetButton("learning-rate-view-reset", zoom, messages));
        descent.addToHeader(RotationGestures.resetButton(
                "learning-rate-angles-reset", angles, surfaceView.isEqualTo(SurfaceView.ROTATABLE), messages));
        Node view = segmentedButton("view", SurfaceView.all(), SurfaceView::id, surfaceView);
        view.visibleProperty().bind(lab.settings().planeProperty().isEqualTo(FunctionKind.SURFACE));
        view.managedProperty().bind(view.visibleProperty());
        descent.addToHeader(view);
        descent.addToHeader(segmentedButton(
                "plane", FunctionKind.kinds(), FunctionKind::id, lab.settings().planeProperty()));
        values = context.chartCard(
                        "learning-rate-value",
                        charts.values(),
                        messages.compute(
                                () -> messages.get(
                                        "learning-rate.stage." + measure().fileName()),
                                lab.viewStateProperty()),
                        messages.compute(this::valuesCaption, lab.viewStateProperty()))
                .card();
        values.addToHeader(segmentedButton(
                "measure",
                ProgressMeasure.all(),
                ProgressMeasure::fileName,
                lab.settings().display().measureProperty()));
        values.addToHeader(segmentedButton(
                "axis",
                List.of(true, false),
                logarithmic -> logarithmic ? "logarithmic" : "linear",
                lab.settings().display().logarithmicProperty()));
        narrationView = new StepNarrationView(context, lab.viewStateProperty().get());
        narrationView.onHighlight(() -> changeListener.run());
        narrator.termProperty().addListener((observed, before, now) -> {
            if (!narrationView.isUserHighlighting()) {
                narrationView.highlight(now);
            }
            clock.run(now != null);
        });
        noise = new NoiseStage(context);
        narrationCard = new ContentCard("learning-rate-step", narrationView);
        narrationCard.managedProperty().bind(narrationCard.visibleProperty());
        grid = new StageGrid(new double[] {1, 1, 1}, new double[] {2, 0, 1})
                .addCard(descent, 0, 0, 3)
                .addCard(narrationCard, 0, 1, 3)
                .addCard(values, 0, 2, 3);
        for (int k = 0; k < noise.cards().size(); k++) {
            grid.addCard(noise.cards().get(k), k, 2, 1);
        }
        presentGrid();
        values.managedProperty().bind(values.visibleProperty());
        PlaneGestures.install(descent, zoom, new StartDragHandler());
        RotationGestures.install(descent, angles, this::isRotatable);
        zoom.windowProperty().addListener((observed, before, now) -> changeListener.run());
        surfaceView.addListener((observed, before, now) -> changeListener.run());
        angles.addListener((observed, before, now) -> charts.setAngles(now));
    }

    /** Sets whether the pointer can do nothing on the stage. */
    void setLocked(boolean nowLocked) {
        locked.set(nowLocked);
        charts.setDraggable(!nowLocked);
        changeListener.run();
    }

    /** Whether the descent card shows a surface that can be turned. */
    private boolean isRotatable() {
        return surfaceView.get() == SurfaceView.ROTATABLE
                && FunctionKind.of(lab.viewStateProperty().get().race().setup()) == FunctionKind.SURFACE;
    }

    /** The descent is largest, the measure stands next to it, and the narration takes a line. */
    private void presentGrid() {
        List<ChartCard> noiseCards = noise.cards();
        StagePage ofNoise = StagePage.sideBySide(noiseCards.get(0), noiseCards.get(1), noiseCards.get(2));
        grid.present(
                new StagePage(new double[] {3, 2}, new double[] {1, 0})
                        .add(descent, 0, 0)
                        .add(values, 1, 0)
                        .add(narrationCard, 0, 1, 2, 1),
                ofNoise);
    }

    private <T> Node segmentedButton(String name, List<T> values, Function<T, String> keyOf, Property<T> setting) {
        SegmentedButton<T> segmented = new SegmentedButton<>(
                "learning-rate-" + name,
                context.messages(),
                values,
                value -> "learning-rate." + name + "." + keyOf.apply(value));
        segmented
                .valueProperty()
                .addListener((observed, before, now) -> lab.undo().settle());
        segmented.valueProperty().bindBidirectional(setting);
        return Hints.withHint(segmented, context.messages().bind("learning-rate." + name + ".hint"));
    }

    StageGrid grid() {
        return grid;
    }

    /** Sets the listener that is called when the visible window or the highlighted term changes. */
    void onViewChanged(Runnable listener) {
        changeListener = listener;
    }

    /** The visible cards. */
    List<ChartCard> cards() {
        return Stream.concat(Stream.of(descent, values), noise.cards().stream())
                .filter(Node::isVisible)
                .toList();
    }

    /** The zoom state of the descent card. */
    ZoomState zoom() {
        return zoom;
    }

    /** The direction from which the surface is shown. */
    ViewAngles angles() {
        return angles.get();
    }

    /** @param hidden whether the paths are hidden */
    void show(RaceSnapshot snapshot, boolean hidden) {
        DescentRace race = snapshot.race();
        if (!dragging && !race.equals(windowRace)) {
            boolean other = windowRace == null
                    || !windowRace.objective().name().equals(race.objective().name());
            windowRace = race;
            if (other) {
                zoom.setPlane(race.window());
            } else {
                zoom.setHome(race.window());
            }
        }
        descent.chart(
                charts.of(FunctionKind.of(race.setup()), surfaceView.get()).chart());
        ObjectiveFunction.PlotWindow window = zoom.windowProperty().get();
        charts.show(
                hidden ? snapshot.withHiddenPaths() : snapshot,
                window,
                context.messages().texts(),
                hidden ? null : narrationView.highlighted(),
                hidden
                        ? NoisyDescents.NoisyDescentResults.NONE
                        : lab.noisyDescents().resultsProperty().get(),
                surfaceView.get());
        values.setSubject(List.of(race.objective().name(), measure()));
        noise.cards().forEach(card -> card.setSubject(race.objective().name()));
        narrationCard.setVisible(!hidden);
        values.setVisible(!hidden && !race.setup().noise().enabled());
        noise.show(snapshot, lab.noisyDescents().resultsProperty().get(), hidden);
    }

    /**
     * Narrates the next step. After a step, its terms are highlighted one after another, unless steps follow each other
     * too fast.
     */
    void narrate(RaceSnapshot snapshot, boolean hidden) {
        narrationView.show(snapshot);
        RaceSnapshot before = narrated;
        narrated = snapshot;
        if (hidden || before == null || !before.race().equals(snapshot.race())) {
            narrator.stop();
        } else if (before.step() != snapshot.step()) {
            if (lab.playback().playingProperty().get()) {
                narrator.narratePlayedStep(narrationView.terms(), lab.playback().unitsPerSecond());
            } else if (Math.abs(before.step() - snapshot.step()) == 1) {
                narrator.narrateManualStep(narrationView.terms());
            } else {
                narrator.stop();
            }
        }
    }

    /** Stops the narration. */
    void stopNarration() {
        narrator.stop();
    }

    private ProgressMeasure measure() {
        return lab.viewStateProperty().get().race().setup().display().measure();
    }

    private String descentCaption() {
        RaceSnapshot snapshot = lab.viewStateProperty().get();
        int step = snapshot.step();
        Messages messages = context.messages();
        String after = step == 0
                ? "learning-rate.after.none"
                : step == 1 ? "learning-rate.after.one" : "learning-rate.after.many";
        String caption = messages.get(
                "learning-rate.stage.descent.how",
                new LearningRateText(messages.texts()).describeRacers(snapshot.race()),
                messages.get(after, Integer.toString(step)));
        if (snapshot.race().isSurface()) {
            if (surfaceView.get() == SurfaceView.ROTATABLE) {
                String heights = charts.hasLogarithmicHeights()
                        ? ", " + messages.get("learning-rate.stage.descent.logHeights")
                        : "";
                String turning = locked.get() ? "" : ", " + messages.get("learning-rate.stage.descent.rotatable");
                return caption + heights + turning;
            }
            String lines = snapshot.race().hasKnownMinimum()
                    ? "learning-rate.stage.descent.surface"
                    : "learning-rate.stage.descent.contours";
            return caption + ", " + messages.get(lines);
        }
        return step <= DescentChart.MAX_STEPS
                ? caption
                : caption + ", "
                        + messages.get("learning-rate.stage.descent.recent", Integer.toString(DescentChart.MAX_STEPS));
    }

    private String valuesCaption() {
        return new LearningRateText(context.messages().texts())
                .describeValues(lab.viewStateProperty().get());
    }

    /** Lets the user drag the start in the chart; the window stays the same during the drag. */
    private final class StartDragHandler implements PlaneGestures.PointGestureListener {
        @Override
        public void begin() {
            lab.undo().settle();
            dragging = true;
        }

        @Override
        public void moveTo(double pixelX, double pixelY, Rectangle2D plotArea) {
            FunctionKind plane =
                    FunctionKind.of(lab.viewStateProperty().get().race().setup());
            lab.settings().startPointProperty().set(charts.toCoordinates(plane, pixelX, pixelY, plotArea));
        }

        @Override
        public void end() {
            dragging = false;
            lab.undo().settle();
            changeListener.run();
        }
    }
}
