package hyperlab.lab.map;

import hyperlab.descent.ObjectiveFunction;
import hyperlab.lab.LabContext;
import hyperlab.map.MapPoint;
import hyperlab.text.ErrorMessages;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartView;
import hyperlab.ui.control.chart.DocumentRequest;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.chart.StagePage;
import hyperlab.ui.control.chart.ZoomState;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The lab's cards: the map, the losses of the pinned pixel and of the one under the pointer, and the values along the
 * walk. Pointing at a pixel, or moving there with the arrow keys, shows its run. A click pins it, and Enter races it
 * against the pixel that was pinned before. Ctrl+Enter opens it, the wheel and a box zoom, and Backspace undoes.
 */
final class MapStage extends StackPane {
    private static final ObjectiveFunction.PlotWindow UNIT = new ObjectiveFunction.PlotWindow(0, 1, 0, 1);

    /** The share of the losses next to the map. */
    private static final double LOSS_SHARE = 0.4;
    /** In pixels; in a narrower row, such as next to the questions of a lesson, the map could not be read. */
    private static final double MIN_ROW_WITH_LOSSES = 640;

    private final LabContext context;
    private final MapViewModel lab;
    private final MapCharts charts;
    private final ChartCard mapCard;
    private final ChartCard lossCard;
    private final ChartCard walkCard;
    private final HBox mapRow = new HBox();
    private final StackPane lossCell = new StackPane();
    private final ZoomState zoom = new ZoomState(UNIT);
    private final DraggedBounds drag = new DraggedBounds();
    private final StringProperty progress = new SimpleStringProperty("");
    private final StringProperty lossCaption = new SimpleStringProperty("");
    private final StringProperty narration = new SimpleStringProperty("");
    private final StringProperty notice = new SimpleStringProperty("");
    private final FontIcon pauseIcon = Icons.icon("fth-pause");
    private final FontIcon playIcon = Icons.icon("fth-play");
    private final Button pause;
    private final Button reset;
    private final Button race;
    private final WrappedText noticeText = new WrappedText(notice);
    private final BooleanProperty hidden = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable MapPoint> asked = new SimpleObjectProperty<>();
    private boolean followingZoom;

    MapStage(LabContext context, MapViewModel lab) {
        this.context = context;
        this.lab = lab;
        Messages messages = context.messages();
        charts = new MapCharts(messages.texts(), context.appearance().chartTheme());
        mapCard = context.chartCard("map-chart", charts.map(), messages.bind("map.chart"), progress)
                .card();
        mapCard.getStyleClass().add(ChartCard.ARROW_KEYS_STYLE);
        mapCard.withGifExport(() -> ZoomAnimation.availability(lab, context));
        lossCard = context.chartCard("map-losses", charts.losses(), messages.bind("map.loss"), lossCaption)
                .card();
        race = Icons.button("map-race", "fth-play", messages.bind("map.race"), lab::race);
        race.getStyleClass().add("card-menu");
        lossCard.addToHeader(race);
        walkCard = context.chartCard("map-along", charts.walk(), "map.along").card();
        noticeText.setId("map-notice");
        pause = Icons.button("map-pause", "fth-pause", messages.bind("map.pause"), lab::pauseOrContinue);
        pause.setGraphic(new StackPane(pauseIcon, playIcon));
        pause.getStyleClass().add("card-menu");
        pause.managedProperty().bind(pause.visibleProperty());
        reset = Icons.button("map-zoom-reset", "fth-maximize", messages.bind("shell.view.reset"), lab::resetZoom);
        reset.getStyleClass().add("card-menu");
        reset.managedProperty().bind(reset.visibleProperty());
        mapCard.addToHeader(pause).addToHeader(reset);
        WrappedText narrationText = new WrappedText(narration);
        narrationText.setId("map-narration");
        narrationText.getStyleClass().add("result-text");
        mapRow.setId("map-row");
        mapRow.getStyleClass().addAll(StageGrid.CHARTS_ROW_STYLE, "map-row");
        lossCell.getStyleClass().add(StageGrid.CHARTS_ROW_STYLE);
        HBox.setHgrow(mapCard, Priority.ALWAYS);
        mapRow.getChildren().add(mapCard);
        BooleanProperty presented = context.appearance().presentationProperty();
        for (Node node : List.of(narrationText, lossCell)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        // While a pixel is asked about, the question tells what there is to say.
        narrationText.visibleProperty().bind(presented.and(hidden.not()).and(asked.isNull()));
        lossCell.visibleProperty().bind(presented.not());
        lossCard.managedProperty().bind(lossCard.visibleProperty());
        presented.addListener((observed, before, now) -> placeLosses(now));
        placeLosses(presented.get());
        getChildren()
                .add(new StageGrid(new double[] {3, 2}, new double[] {19, 0, 10})
                        .addCard(mapRow, 0, 0, 2)
                        .addCard(narrationText, 0, 1, 2)
                        .addCard(lossCell, 0, 2, 1)
                        .addCard(walkCard, 1, 2, 1)
                        .present(
                                new StagePage(new double[] {1}, new double[] {1, 0})
                                        .add(mapRow, 0, 0)
                                        .add(narrationText, 0, 1),
                                StagePage.sideBySide(walkCard)));
        installGestures();
    }

    /** In a presentation, the losses are next to the map if there is room; otherwise they are below it. */
    private void placeLosses(boolean presented) {
        lossCell.getChildren().clear();
        mapRow.getChildren().remove(lossCard);
        lossCard.prefWidthProperty().unbind();
        lossCard.minWidthProperty().unbind();
        lossCard.setMinWidth(USE_COMPUTED_SIZE);
        lossCard.visibleProperty().unbind();
        lossCard.setVisible(true);
        if (presented) {
            // The minimum, too: otherwise the map, which wants to be wide, would narrow it.
            lossCard.prefWidthProperty().bind(mapRow.widthProperty().multiply(LOSS_SHARE));
            lossCard.minWidthProperty().bind(lossCard.prefWidthProperty());
            lossCard.visibleProperty().bind(mapRow.widthProperty().greaterThanOrEqualTo(MIN_ROW_WITH_LOSSES));
            mapRow.getChildren().add(lossCard);
        } else {
            lossCard.setPrefWidth(USE_COMPUTED_SIZE);
            lossCell.getChildren().add(lossCard);
        }
    }

    private void installGestures() {
        ChartView view = mapCard.chartView();
        view.disableReadout();
        view.shareZoom(zoom);
        view.setCursor(Cursor.CROSSHAIR);
        zoom.windowProperty().addListener((observed, before, now) -> {
            if (!followingZoom) {
                AxisValues x = lab.xValues();
                AxisValues y = lab.yValues();
                ObjectiveFunction.PlotWindow bounds = drag.moved(charts.map().window(), now, x.axis(), y.axis());
                lab.zoomTo(
                        place(bounds.xLow(), x),
                        place(bounds.xHigh(), x),
                        place(bounds.yLow(), y),
                        place(bounds.yHigh(), y));
            }
        });
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> drag.begin());
        view.addEventHandler(MouseEvent.MOUSE_MOVED, event -> lab.pointAt(cellAt(event)));
        view.addEventHandler(MouseEvent.MOUSE_EXITED, event -> lab.pointAt(null));
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            drag.end();
            lab.undo().settle();
        });
        mapCard.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    private static double place(double value, AxisValues axis) {
        return axis.isChoice() ? axis.ofChartPlace(value) : value;
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress() || event.isShortcutDown()) {
            return;
        }
        if (event.getClickCount() == 2) {
            lab.resetZoom();
            return;
        }
        MapCell cell = cellAt(event);
        if (cell != null) {
            lab.pin(cell);
        }
    }

    private @Nullable MapCell cellAt(MouseEvent event) {
        Rectangle2D area = mapCard.chartView().getRenderingInfo().getPlotInfo().getDataArea();
        if (lab.viewStateProperty().get().snapshot() == null || !area.contains(event.getX(), event.getY())) {
            return null;
        }
        Point2D at = charts.map().valuesAt(event.getX(), event.getY(), area);
        AxisValues x = lab.xValues();
        AxisValues y = lab.yValues();
        return new MapCell(x.nearest(x.ofChartPlace(at.getX())), y.nearest(y.ofChartPlace(at.getY())));
    }

    private void keyPressed(KeyEvent event) {
        if (event.isConsumed()) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER) {
            if (event.isShortcutDown()) {
                openPinned();
            } else {
                lab.race();
            }
            event.consume();
        } else if (code.isArrowKey() && !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown()) {
            lab.movePointer(
                    code == KeyCode.RIGHT ? 1 : code == KeyCode.LEFT ? -1 : 0,
                    code == KeyCode.UP ? 1 : code == KeyCode.DOWN ? -1 : 0);
            event.consume();
        } else if (code == KeyCode.ESCAPE && lab.viewStateProperty().get().racePosition() >= 0) {
            lab.endRace();
            event.consume();
        } else if (code == KeyCode.BACK_SPACE) {
            lab.undo().undo();
            event.consume();
        } else if (event.isShortcutDown() && (code == KeyCode.DIGIT0 || code == KeyCode.NUMPAD0)) {
            lab.resetZoom();
        }
    }

    /** Opens the run of the pinned pixel in its own lab. */
    void openPinned() {
        PixelRun pinned = lab.viewStateProperty().get().pinned();
        if (pinned != null && pinned.document() != null) {
            fireEvent(new DocumentRequest(pinned.document(), lab.folder()));
        }
    }

    List<ChartCard> cards() {
        return List.of(mapCard, lossCard, walkCard);
    }

    void setActive(boolean onStage) {
        cards().forEach(card -> card.setActive(onStage));
    }

    /**
     * Marks the pixel that is asked about.
     *
     * @param place null to mark none
     * @param alone whether the map shows nothing else
     * @return whether this is a change
     */
    boolean markQuestion(@Nullable MapPoint place, boolean alone) {
        boolean changed = alone != hidden.get() || !Objects.equals(place, asked.get());
        asked.set(place);
        hidden.set(alone);
        return changed;
    }

    void show(MapViewState state) {
        followZoom();
        boolean brief = context.appearance().presentationProperty().get();
        MapCharts.AskedPixel question = new MapCharts.AskedPixel(asked.get(), hidden.get());
        charts.show(
                state,
                lab.xValues(),
                lab.yValues(),
                question,
                brief,
                context.messages().texts());
        double share = state.snapshot() == null || !state.isCurrent()
                ? 0
                : (double) state.snapshot().progress().known()
                        / state.snapshot().progress().pixels();
        mapCard.showProgress(state.running(), share);
        reset.setVisible(state.setup().isZoomed());
        race.setDisable(state.otherCell().equals(state.pinnedCell()));
        pauseIcon.setVisible(state.running());
        playIcon.setVisible(!state.running());
        boolean complete = state.isCurrent()
                && state.snapshot() != null
                && state.snapshot().progress().isComplete();
        pause.setVisible(!complete);
    }

    /** The gestures start from the part of the map that is shown. */
    private void followZoom() {
        AxisValues x = lab.xValues();
        AxisValues y = lab.yValues();
        followingZoom = true;
        zoom.setPlane(new ObjectiveFunction.PlotWindow(
                x.chartPlace(0), x.chartPlace(x.count() - 1), y.chartPlace(0), y.chartPlace(y.count() - 1)));
        followingZoom = false;
    }

    void showDetails(MapViewState state) {
        MapText text = new MapText(context.messages().texts());
        progress.set(text.progress(state));
        narration.set(text.narration(state));
        lossCaption.set(text.lossCaption(state.setup().map()));
        if (state.error() != null) {
            notice.set(ErrorMessages.message(state.error(), context.messages().texts()));
        }
        mapCard.showInstead(state.error() == null ? null : noticeText);
    }
}
