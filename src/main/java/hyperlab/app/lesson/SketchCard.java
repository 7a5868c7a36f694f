package hyperlab.app.lesson;

import hyperlab.chart.lesson.SketchChart;
import hyperlab.chart.series.Curve;
import hyperlab.lab.LabContext;
import hyperlab.lesson.Question;
import hyperlab.lesson.Step;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/**
 * The axes to sketch on, over the stage. The sketch is drawn with the pointer or with the arrow keys. After the
 * prediction, it stays next to the computed curve.
 */
final class SketchCard extends StackPane {
    private static final double KNOT_RADIUS = 6;

    private final LessonPlayerViewModel player;
    private final ChartCardView<SketchChart.Model> view;
    private final ChartCard card;
    private final Pane marks = new Pane();
    private final Circle knot = new Circle(KNOT_RADIUS);
    private @Nullable Point2D last;

    SketchCard(LabContext context, LessonPlayerViewModel player) {
        this.player = player;
        setId("lesson-sketch");
        getStyleClass().add("lesson-sketch-pane");
        view = context.chartCard(
                "lesson-sketch-chart",
                new SketchChart(context.messages().texts(), context.appearance().chartTheme()),
                "player.sketch.title");
        card = view.card();
        card.getStyleClass().add("lesson-sketch-card");
        card.setFocusTraversable(false);
        card.chartView().disableReadout();
        card.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        card.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        card.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            last = null;
            event.consume();
        });
        card.addEventFilter(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        knot.getStyleClass().add("lesson-knot");
        knot.setManaged(false);
        marks.getChildren().add(knot);
        marks.setMouseTransparent(true);
        getChildren().addAll(card, marks);
        managedProperty().bind(visibleProperty());
        player.stateProperty().addListener((observed, before, now) -> show());
        show();
    }

    /** The question; null if nothing is sketched in this step. */
    private Question.@Nullable Sketch question() {
        LessonState state = player.state();
        return !state.isFinished()
                        && state.step() instanceof Step.Predict predict
                        && predict.question() instanceof Question.Sketch sketch
                ? sketch
                : null;
    }

    private void show() {
        Question.Sketch question = question();
        setVisible(question != null);
        card.setActive(question != null);
        if (question == null) {
            return;
        }
        StepRecord record = player.state().record();
        hyperlab.lesson.Curve sketched = record.committed() instanceof Prediction.OfSketch made
                ? made.curve()
                : record.sketch().curve(question.x(), question.y());
        Curve actual = record.outcome() instanceof Outcome.OfSketch outcome
                ? visible(
                        outcome.computed(),
                        value -> value >= question.y().low()
                                && value <= question.y().high())
                : Curve.EMPTY;
        view.show(new SketchChart.Model(
                axis(question.x()), axis(question.y()), visible(sketched, value -> true), actual));
        update();
    }

    /** Places the selected knot where the chart was drawn last. */
    void update() {
        Question.Sketch question = question();
        SketchDraft draft =
                question == null ? SketchDraft.empty() : player.state().record().sketch();
        Rectangle2D area = area();
        boolean shown = question != null
                && player.state().isAsking()
                && !draft.isEmpty()
                && area.getWidth() > 0
                && !Double.isNaN(draft.knotHeight());
        knot.setVisible(shown);
        if (shown) {
            Point2D place = marks.sceneToLocal(card.chartView()
                    .localToScene(
                            area.getMinX() + draft.knotPosition() * area.getWidth(),
                            area.getMaxY() - draft.knotHeight() * area.getHeight()));
            knot.setCenterX(place.getX());
            knot.setCenterY(place.getY());
        }
    }

    private Rectangle2D area() {
        return card.chartView().getRenderingInfo().getPlotInfo().getDataArea();
    }

    private void press(MouseEvent event) {
        last = position(event);
        drag(event);
    }

    private void drag(MouseEvent event) {
        Point2D from = last;
        Point2D to = position(event);
        if (from != null) {
            player.sketch(draft -> draft.drawn(from.getX(), from.getY(), to.getX(), to.getY()));
            last = to;
        }
        event.consume();
    }

    /** The pointer as parts of the axes. */
    private Point2D position(MouseEvent event) {
        Rectangle2D area = area();
        Point2D local = card.chartView().sceneToLocal(event.getSceneX(), event.getSceneY());
        return new Point2D(
                (local.getX() - area.getMinX()) / area.getWidth(), (area.getMaxY() - local.getY()) / area.getHeight());
    }

    private static SketchChart.AxisModel axis(Question.Axis axis) {
        return new SketchChart.AxisModel(
                axis.title(), axis.low(), axis.high(), axis.logarithmic(), axis.hasWholeNumbers());
    }

    /** The points that exist and are on the axis. */
    private static Curve visible(hyperlab.lesson.Curve curve, DoublePredicate onAxis) {
        int[] kept = IntStream.range(0, curve.x().length)
                .filter(i -> Double.isFinite(curve.y()[i]) && onAxis.test(curve.y()[i]))
                .toArray();
        return Curve.of(
                Arrays.stream(kept).mapToDouble(i -> curve.x()[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> curve.y()[i]).toArray());
    }
}
