package hyperlab.app.convolution;

import hyperlab.app.control.ChartCard;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Mouse presses and drags on a chart, reported together with the chart's current plot area. */
final class ChartMouse {
    private ChartMouse() {}

    /** A press or drag, in pixels of the chart's canvas. */
    record Touch(double x, double y, Rectangle2D plotArea, boolean secondary) {}

    /**
     * Calls {@code touched} for every press and drag on the chart, and {@code released} when the button is released.
     */
    static void on(ChartCard card, Consumer<Touch> touched, Runnable released) {
        card.chartView().addEventHandler(MouseEvent.MOUSE_PRESSED, event -> tell(card, event, touched));
        card.chartView().addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> tell(card, event, touched));
        card.chartView().addEventHandler(MouseEvent.MOUSE_RELEASED, event -> released.run());
    }

    private static void tell(ChartCard card, MouseEvent event, Consumer<Touch> touched) {
        Rectangle2D area = card.chartView().getRenderingInfo().getPlotInfo().getDataArea();
        if (!area.isEmpty()) {
            boolean secondary = event.getButton() == MouseButton.SECONDARY || event.isSecondaryButtonDown();
            touched.accept(new Touch(event.getX(), event.getY(), area, secondary));
        }
    }
}
