package hyperlab.ui.control.chart;

import java.util.function.Predicate;
import javafx.scene.input.ScrollEvent;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.fx.interaction.ScrollHandlerFX;

/** The wheel zooms about the pointer, in upward and out downward, in proportion to the turn. */
final class WheelZoomHandler extends ScrollHandlerFX {
    private static final double ZOOM_PER_NOTCH = 1.2;
    private static final double NOTCH_DELTA = 40;

    private final Predicate<ScrollEvent> zooms;
    private final Runnable afterwards;

    /**
     * @param zooms whether the wheel zooms now, rather than scrolling the page
     * @param afterwards runs after the ranges have changed
     */
    WheelZoomHandler(Predicate<ScrollEvent> zooms, Runnable afterwards) {
        super("wheel zoom");
        this.zooms = zooms;
        this.afterwards = afterwards;
    }

    @Override
    public void handleScroll(ChartCanvas canvas, ScrollEvent event) {
        if (event.getDeltaY() != 0 && zooms.test(event)) {
            // JFreeChart-FX scales by 1 + factor upward and by its reciprocal downward.
            setZoomFactor(Math.pow(ZOOM_PER_NOTCH, -Math.abs(event.getDeltaY()) / NOTCH_DELTA) - 1);
            super.handleScroll(canvas, event);
            afterwards.run();
            event.consume();
        }
    }
}
