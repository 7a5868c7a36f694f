package hyperlab.lab.tuning;

import hyperlab.chart.tuning.ParallelCoordinatesChart;
import hyperlab.ui.control.chart.ChartCard;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Brushing in parallel coordinates. A drag along an axis keeps the trials that cross it there, a click clears the axis,
 * and Escape clears all axes. On a focused card, Shift with the arrow keys selects an axis and moves the brushed range.
 */
final class AxisBrush {
    private static final double CLICK = 0.015;
    private static final double QUARTER = 0.25;
    private static final double STEP = 0.125;

    private final ChartCard card;
    private final ParallelCoordinatesChart chart;
    private final ObjectProperty<Map<Integer, ParallelCoordinatesChart.BrushRange>> brushes;
    private int axis = -1;
    private double dragStart;
    private int selectedAxis = -1;

    AxisBrush(
            ChartCard card,
            ParallelCoordinatesChart chart,
            ObjectProperty<Map<Integer, ParallelCoordinatesChart.BrushRange>> brushes) {
        this.card = card;
        this.chart = chart;
        this.brushes = brushes;
    }

    void install() {
        card.chartView().addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            axis = chart.axisAt(event.getX(), area());
            dragStart = chart.unitAt(event.getY(), area());
        });
        card.chartView().addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        card.chartView().addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        card.addEventHandler(KeyEvent.KEY_PRESSED, this::handleKey);
    }

    private void handleKey(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE && !brushes.get().isEmpty()) {
            brushes.set(Map.of());
        } else if (event.isShiftDown() && (code == KeyCode.LEFT || code == KeyCode.RIGHT)) {
            int axes = chart.axisCount();
            selectedAxis = Math.floorMod(selectedAxis + (code == KeyCode.RIGHT ? 1 : -1), Math.max(1, axes));
            move(0);
        } else if (event.isShiftDown() && (code == KeyCode.UP || code == KeyCode.DOWN)) {
            move(code == KeyCode.UP ? STEP : -STEP);
        } else {
            return;
        }
        event.consume();
    }

    /** Moves the brush on the selected axis and clears all others. A new brush starts in the lowest quarter. */
    private void move(double delta) {
        ParallelCoordinatesChart.BrushRange before =
                brushes.get().getOrDefault(selectedAxis, new ParallelCoordinatesChart.BrushRange(0, QUARTER));
        double low = Math.max(0, Math.min(1 - QUARTER, before.low() + delta));
        brushes.set(Map.of(selectedAxis, new ParallelCoordinatesChart.BrushRange(low, low + QUARTER)));
    }

    private Rectangle2D area() {
        return card.chartView().getRenderingInfo().getPlotInfo().getDataArea();
    }

    private void drag(MouseEvent event) {
        if (axis >= 0) {
            double to = chart.unitAt(event.getY(), area());
            Map<Integer, ParallelCoordinatesChart.BrushRange> now = new HashMap<>(brushes.get());
            now.put(axis, new ParallelCoordinatesChart.BrushRange(Math.min(dragStart, to), Math.max(dragStart, to)));
            brushes.set(Map.copyOf(now));
        }
    }

    private void click(MouseEvent event) {
        if (axis >= 0 && Math.abs(chart.unitAt(event.getY(), area()) - dragStart) < CLICK) {
            Map<Integer, ParallelCoordinatesChart.BrushRange> now = new HashMap<>(brushes.get());
            now.remove(axis);
            brushes.set(Map.copyOf(now));
        }
        axis = -1;
    }
}
