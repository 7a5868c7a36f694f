package hyperlab.lab.activation;

import hyperlab.ui.control.chart.ChartCard;
import java.util.List;
import javafx.scene.layout.Region;

/** The view of one topic of the lab. FX thread only. */
interface TopicView {
    Panels panels();

    /** Updates the panels to the current state. */
    void show();

    /** Called before {@link #show} after a change of language or style, which affects everything shown. */
    default void invalidate() {}

    /**
     * The content of the lab's three panels.
     *
     * @param charts the cards on the stage that can be exported
     */
    record Panels(Region controls, Region stage, Region insight, List<ChartCard> charts) {}
}
