package hyperlab.app.descent;

import hyperlab.app.control.ChartCard;
import hyperlab.chart.DescentChart;
import hyperlab.descent.Objective;
import java.awt.geom.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** A click or a drag in the descent's picture sets the start. While it lasts, the picture's window stays as it is. */
final class StartDrag {
    private final ChartCard card;
    private final DescentChart chart;
    private final RateViewModel model;
    private final RateCharts charts;
    private @Nullable Rectangle2D plotArea;

    StartDrag(ChartCard card, DescentChart chart, RateViewModel model, RateCharts charts) {
        this.card = card;
        this.chart = chart;
        this.model = model;
        this.charts = charts;
    }

    void listen() {
        card.canvas().addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        card.canvas().addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        card.canvas().addEventHandler(MouseEvent.MOUSE_RELEASED, event -> release());
        card.canvas().addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            Rectangle2D area = currentArea();
            card.canvas().setCursor(area.contains(event.getX(), event.getY()) ? Cursor.HAND : Cursor.DEFAULT);
        });
    }

    private Rectangle2D currentArea() {
        return card.canvas().getRenderingInfo().getPlotInfo().getDataArea();
    }

    private void press(MouseEvent event) {
        Rectangle2D area = (Rectangle2D) currentArea().clone();
        if (event.getButton() != MouseButton.PRIMARY || !area.contains(event.getX(), event.getY())) {
            return;
        }
        plotArea = area;
        model.undo().settle();
        Objective.Window window = model.moment().get().race().window();
        charts.holdWindow(window);
        moveTo(event, area);
    }

    private void drag(MouseEvent event) {
        if (plotArea != null) {
            moveTo(event, plotArea);
        }
    }

    private void moveTo(MouseEvent event, Rectangle2D area) {
        double x = Math.max(area.getMinX(), Math.min(event.getX(), area.getMaxX()));
        model.settings().start().set(chart.xAt(x, area));
    }

    private void release() {
        if (plotArea != null) {
            plotArea = null;
            charts.holdWindow(null);
            model.undo().settle();
            model.refresh();
        }
    }
}
