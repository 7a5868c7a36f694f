package hyperlab.app.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/**
 * What a scroll pane shows through. The toolkit keeps a picture of all that it shows and paints that anew whenever
 * anything in it changes; without the picture it paints what has changed, which for a number or one of several charts is
 * a small part.
 */
public final class Viewport {
    private static final double ROOM = 16;

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

    /** Scrolls a pane of a scene up or down as little as brings a node of its content into sight whole, with some room. */
    public static void reveal(ScrollPane pane, Node node) {
        Parent root = pane.getScene().getRoot();
        root.applyCss();
        root.layout();
        Node content = pane.getContent();
        Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double beyond = content.getBoundsInLocal().getHeight()
                - pane.getViewportBounds().getHeight();
        if (beyond <= 0) {
            return;
        }
        double top = pane.getVvalue() * beyond;
        double lowest = place.getMinY() - ROOM;
        double highest = place.getMaxY() + ROOM - pane.getViewportBounds().getHeight();
        pane.setVvalue(Math.max(0, Math.min(beyond, Math.min(lowest, Math.max(highest, top)))) / beyond);
    }
}
