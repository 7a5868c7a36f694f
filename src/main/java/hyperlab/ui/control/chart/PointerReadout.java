package hyperlab.ui.control.chart;

import hyperlab.chart.series.PointerReading;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/** The box next to the pointer with the values of the chart there. Stays inside the chart. */
final class PointerReadout extends VBox {
    private static final double DISTANCE = 14;
    private static final double DOT = 4;

    PointerReadout() {
        getStyleClass().add("chart-readout");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    void hide() {
        setVisible(false);
    }

    /**
     * @param x the pointer, in the coordinates of the parent
     * @param y the pointer, in the coordinates of the parent
     * @param area the plot area
     */
    void show(PointerReading reading, double x, double y, Rectangle2D area) {
        List<Node> lines = new ArrayList<>();
        lines.add(new Label(reading.position()));
        for (PointerReading.CurveValue value : reading.values()) {
            lines.add(new Label(value.name() + ": " + value.value(), new Circle(DOT, color(value.color()))));
        }
        getChildren().setAll(lines);
        setVisible(true);
        applyCss();
        double width = Math.ceil(prefWidth(-1));
        double height = Math.ceil(prefHeight(width));
        boolean fitsRight = x + DISTANCE + width <= area.getMaxX();
        boolean fitsBelow = y + DISTANCE + height <= area.getMaxY();
        resizeRelocate(
                Math.max(0, Math.rint(fitsRight ? x + DISTANCE : x - DISTANCE - width)),
                Math.max(0, Math.rint(fitsBelow ? y + DISTANCE : y - DISTANCE - height)),
                width,
                height);
    }

    private static javafx.scene.paint.Color color(Color awt) {
        return javafx.scene.paint.Color.rgb(awt.getRed(), awt.getGreen(), awt.getBlue());
    }
}
