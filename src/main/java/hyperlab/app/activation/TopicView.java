package hyperlab.app.activation;

import hyperlab.app.control.ChartCard;
import java.util.List;
import javafx.scene.layout.Region;

/** One topic's part of the lab. FX thread alone. */
interface TopicView {
    Panels panels();

    /** Shows what there is to see now. */
    void show();

    /** Takes up the language and the theme of now. */
    void restyle();

    /**
     * What stands on the lab's three panels.
     *
     * @param charts the cards on the stage that can be exported
     */
    record Panels(Region controls, Region stage, Region insight, List<ChartCard> charts) {}
}
