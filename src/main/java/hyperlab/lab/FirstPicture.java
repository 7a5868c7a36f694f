package hyperlab.lab;

import hyperlab.chart.PlotChart;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/**
 * The charts that a lab shows at first, and where the first of them will be, for a window that shows it before the lab is
 * built.
 *
 * @param title of the card with the first chart
 * @param charts the charts of the lab's first state
 * @param place where the card with the first of them will be
 */
public record FirstPicture(String title, List<PlotChart<?>> charts, Place place) {
    /** Where a card will be. */
    @FunctionalInterface
    public interface Place {
        /**
         * The place of the card on the stage; empty if it is not known before the lab is built.
         *
         * @param width the stage's width
         * @param height the stage's height
         * @param windowHeight the height of the whole window
         */
        Optional<Rectangle2D> on(double width, double height, double windowHeight);
    }

    /** The chart that is shown before the lab is built. */
    public PlotChart<?> first() {
        return charts.get(0);
    }
}
