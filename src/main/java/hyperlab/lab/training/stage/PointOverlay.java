package hyperlab.lab.training.stage;

import hyperlab.data.PointSet.LabeledPoint;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.lab.LabContext;
import hyperlab.lab.training.settings.PointEditor;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.NumberFormats;
import hyperlab.ui.Messages;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartView;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Cursor;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/**
 * Edits points over a chart of the plane. A click adds a point, or selects the one under the pointer; a drag moves it;
 * the secondary button or Delete removes it. With the keyboard, the arrows move a crosshair, and Enter adds a point there
 * or selects the one there; then the arrows move that point, and Tab goes to the next one. Digits choose the class.
 */
public final class PointOverlay extends Pane {
    /** How far from a point the pointer still grips it, in pixels. */
    private static final double REACH = 8;

    private static final double RING = 7;
    private static final double CROSS = 9;

    private final PointEditor editor;
    private final ChartView chart;
    private final LabContext context;
    private final Messages messages;
    private final Circle ring = new Circle(RING);
    private final Line across = new Line();
    private final Line upward = new Line();
    private @Nullable Grip grip;
    private @Nullable Place crosshair;

    /** A point in the units of the data. */
    private record Place(double x, double y) {}

    /** A pressed pixel, its place, and the size of a pixel then: the axes may change while a point is dragged. */
    private record Grip(double pixelX, double pixelY, Place place, double unitX, double unitY) {
        Place at(double x, double y) {
            return new Place(place.x + (x - pixelX) * unitX, place.y + (y - pixelY) * unitY);
        }
    }

    public PointOverlay(PointEditor editor, ChartView chart, LabContext context) {
        this.editor = editor;
        this.chart = chart;
        this.context = context;
        messages = context.messages();
        setId("training-points");
        getStyleClass().addAll("point-overlay", ChartCard.ARROW_KEYS_STYLE);
        setMinSize(0, 0);
        setFocusTraversable(true);
        accessibleRoleDescriptionProperty().bind(messages.bind("training.points.role"));
        ring.getStyleClass().add("point-ring");
        across.getStyleClass().add("point-cross");
        upward.getStyleClass().add("point-cross");
        getChildren().addAll(across, upward, ring);
        getChildren().forEach(mark -> {
            mark.setManaged(false);
            mark.setMouseTransparent(true);
        });
        visibleProperty().bind(editor.editingProperty());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(event -> release());
        setOnMouseMoved(this::hover);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, ContextMenuEvent::consume);
        setOnKeyPressed(this::handleKey);
        setOnKeyReleased(event -> editor.settle());
        focusedProperty().addListener((observed, before, now) -> update());
        visibleProperty().addListener((observed, before, now) -> {
            crosshair = null;
            update();
        });
        editor.selectedProperty().addListener((observed, before, now) -> update());
        chart.onDrawn(this::update);
        update();
    }

    /** Draws the marks where the axes are now. */
    void update() {
        Integer index = editor.selectedProperty().get();
        ring.setVisible(false);
        if (index != null && isVisible() && index < editor.points().size()) {
            LabeledPoint point = editor.points().points().get(index);
            ring.setCenterX(chart.horizontalPosition(point.x()));
            ring.setCenterY(chart.verticalPosition(point.y()));
            ring.setVisible(true);
        }
        boolean crossed = isVisible() && isFocused() && index == null;
        across.setVisible(crossed);
        upward.setVisible(crossed);
        if (crossed) {
            Place place = crosshair();
            double x = chart.horizontalPosition(place.x);
            double y = chart.verticalPosition(place.y);
            across.setStartX(x - CROSS);
            across.setEndX(x + CROSS);
            across.setStartY(y);
            across.setEndY(y);
            upward.setStartX(x);
            upward.setEndX(x);
            upward.setStartY(y - CROSS);
            upward.setEndY(y + CROSS);
        }
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /** Screen readers get the selected point, or the crosshair, as it is when they ask. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? description()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private String description() {
        Integer index = editor.selectedProperty().get();
        if (index == null || index >= editor.points().size()) {
            Place place = crosshair();
            return messages.get(
                    "training.points.crosshair", NumberFormats.format(place.x, 3), NumberFormats.format(place.y, 3));
        }
        LabeledPoint point = editor.points().points().get(index);
        return messages.get(
                "training.points.selected",
                Integer.toString(index + 1),
                Integer.toString(editor.points().size()),
                Integer.toString(point.label()),
                NumberFormats.format(point.x(), 3),
                NumberFormats.format(point.y(), 3));
    }

    private Place crosshair() {
        Place place = crosshair;
        DecisionMap.Window window = editor.windowProperty().get();
        if (place != null) {
            return place;
        }
        return window == null
                ? new Place(0, 0)
                : new Place((window.xLow() + window.xHigh()) / 2, (window.yLow() + window.yHigh()) / 2);
    }

    private Place placeAt(double pixelX, double pixelY) {
        return new Place(chart.horizontalValue(pixelX), chart.verticalValue(pixelY));
    }

    private Grip gripAt(MouseEvent event) {
        Place place = placeAt(event.getX(), event.getY());
        Place next = placeAt(event.getX() + 1, event.getY() + 1);
        return new Grip(event.getX(), event.getY(), place, next.x - place.x, next.y - place.y);
    }

    private @Nullable Integer pointAt(Grip at) {
        return editor.nearest(at.place.x, at.place.y, REACH * Math.abs(at.unitX), REACH * Math.abs(at.unitY));
    }

    private void press(MouseEvent event) {
        requestFocus();
        event.consume();
        Grip at = gripAt(event);
        if (!chart.dataArea().contains(event.getX(), event.getY()) || !Double.isFinite(at.place.x + at.place.y)) {
            return;
        }
        Integer index = pointAt(at);
        if (event.getButton() == MouseButton.SECONDARY) {
            if (index != null) {
                editor.remove(index);
            }
        } else if (event.getButton() == MouseButton.PRIMARY) {
            if (index != null) {
                editor.select(index);
            } else {
                add(at.place);
            }
            grip = at;
        }
    }

    private void add(Place place) {
        try {
            editor.add(place.x, place.y);
        } catch (InvalidInputException full) {
            context.showError(full);
        }
    }

    private void drag(MouseEvent event) {
        Grip from = grip;
        if (from != null) {
            Place to = from.at(inside(event.getX(), 0, getWidth()), inside(event.getY(), 0, getHeight()));
            editor.moveSelected(to.x, to.y);
            update();
        }
        event.consume();
    }

    private static double inside(double position, double low, double high) {
        return Math.max(low, Math.min(position, high));
    }

    private void release() {
        if (grip != null) {
            grip = null;
            editor.settle();
        }
    }

    private void hover(MouseEvent event) {
        boolean inPlane = chart.dataArea().contains(event.getX(), event.getY());
        setCursor(!inPlane ? Cursor.DEFAULT : pointAt(gripAt(event)) == null ? Cursor.CROSSHAIR : Cursor.HAND);
    }

    private void handleKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || !handle(event)) {
            return;
        }
        event.consume();
        update();
    }

    private boolean handle(KeyEvent event) {
        boolean selected = editor.selectedProperty().get() != null;
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> move(-1, 0);
            case RIGHT, KP_RIGHT -> move(1, 0);
            case UP, KP_UP -> move(0, 1);
            case DOWN, KP_DOWN -> move(0, -1);
            case ENTER -> enter();
            case DELETE, BACK_SPACE -> editor.removeSelected();
            case TAB -> {
                if (selected) {
                    editor.selectNext(event.isShiftDown() ? -1 : 1);
                }
                return selected;
            }
            case ESCAPE -> {
                if (selected) {
                    editor.select(null);
                } else {
                    editor.end();
                }
            }
            default -> {
                return chooseClass(event.getText());
            }
        }
        return true;
    }

    private boolean chooseClass(String key) {
        if (!key.matches("[0-9]")) {
            return false;
        }
        int label = Integer.parseInt(key);
        if (label < editor.choosableClasses()) {
            editor.labelProperty().set(label);
        }
        return true;
    }

    private void move(int right, int up) {
        DecisionMap.Window window = editor.windowProperty().get();
        if (editor.selectedProperty().get() != null) {
            editor.nudgeSelected(right, up);
        } else if (window != null) {
            Place place = crosshair();
            crosshair = new Place(
                    inside(place.x + right * PointEditor.keyStepX(window), window.xLow(), window.xHigh()),
                    inside(place.y + up * PointEditor.keyStepY(window), window.yLow(), window.yHigh()));
        }
    }

    /** Puts the selected point down; otherwise selects the one at the crosshair, or adds one there. */
    private void enter() {
        DecisionMap.Window window = editor.windowProperty().get();
        Integer index = editor.selectedProperty().get();
        if (window == null) {
            return;
        }
        if (index != null) {
            LabeledPoint point = editor.points().points().get(index);
            crosshair = new Place(point.x(), point.y());
            editor.select(null);
            return;
        }
        Place place = crosshair();
        Integer there = editor.nearest(
                place.x, place.y, PointEditor.keyStepX(window) / 2, PointEditor.keyStepY(window) / 2);
        if (there != null) {
            editor.select(there);
        } else {
            add(place);
            editor.settle();
            editor.select(null);
        }
    }
}
