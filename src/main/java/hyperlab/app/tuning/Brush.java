package hyperlab.app.tuning;

import hyperlab.app.control.ChartCard;
import hyperlab.chart.ParallelChart;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** Brushing in parallel coordinates: a drag along an axis keeps what crosses there, a click lets the axis go, Escape all. */
final class Brush {
    private static final double CLICK = 0.015;

    private final ChartCard card;
    private final ParallelChart chart;
    private final ObjectProperty<Map<Integer, ParallelChart.Stretch>> brushes;
    private int axis = -1;
    private double from;

    Brush(ChartCard card, ParallelChart chart, ObjectProperty<Map<Integer, ParallelChart.Stretch>> brushes) {
        this.card = card;
        this.chart = chart;
        this.brushes = brushes;
    }

    void listen() {
        card.canvas().addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            axis = chart.axisAt(event.getX(), area());
            from = chart.unitAt(event.getY(), area());
        });
        card.canvas().addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        card.canvas().addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !brushes.get().isEmpty()) {
                brushes.set(Map.of());
                event.consume();
            }
        });
    }

    private Rectangle2D area() {
        return card.canvas().getRenderingInfo().getPlotInfo().getDataArea();
    }

    private void drag(MouseEvent event) {
        if (axis >= 0) {
            double to = chart.unitAt(event.getY(), area());
            Map<Integer, ParallelChart.Stretch> now = new HashMap<>(brushes.get());
            now.put(axis, new ParallelChart.Stretch(Math.min(from, to), Math.max(from, to)));
            brushes.set(Map.copyOf(now));
        }
    }

    private void click(MouseEvent event) {
        if (axis >= 0 && Math.abs(chart.unitAt(event.getY(), area()) - from) < CLICK) {
            Map<Integer, ParallelChart.Stretch> now = new HashMap<>(brushes.get());
            now.remove(axis);
            brushes.set(Map.copyOf(now));
        }
        axis = -1;
    }
}
