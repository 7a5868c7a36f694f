package hyperlab.app.activation;

import hyperlab.app.control.ChartCard;
import java.util.List;
import javafx.scene.layout.Region;

/** One topic's part of the lab: what stands on its three panels. FX thread alone. */
interface TopicView {
    Region controls();

    Region stage();

    Region insight();

    /** The cards that can be exported. */
    List<ChartCard> charts();

    /** Shows what there is to see now. */
    void show();

    /** Takes up the language and the theme of now. */
    void restyle();
}
