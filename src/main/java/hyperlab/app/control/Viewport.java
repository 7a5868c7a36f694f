package hyperlab.app.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/**
 * What a scroll pane shows through. The toolkit keeps a picture of all that it shows and paints that anew whenever
 * anything in it changes; without the picture it paints what has changed, which for a number or one of several charts is
 * a small part.
 */
public final class Viewport {
    private Viewport() {}

    /** Paints only what changes in the pane; gives back the pane. */
    public static <P extends ScrollPane> P uncached(P pane) {
        pane.skinProperty().addListener((observed, before, now) -> {
            Node viewport = pane.lookup(".viewport");
            if (viewport != null) {
                viewport.setCache(false);
            }
        });
        return pane;
    }
}
