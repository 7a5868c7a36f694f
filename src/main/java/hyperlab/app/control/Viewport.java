package hyperlab.app.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/**
 * Utilities for scroll panes. The toolkit caches an image of a scroll pane's viewport and repaints all of it whenever
 * anything in it changes. Without the cache it repaints only what has changed, which is a small part for a number or
 * for one of several charts.
 */
public final class Viewport {
    private static final double ROOM = 16;

    private Viewport() {}

    /** Disables the viewport's cache, so that only changes are repainted; returns the pane. */
    public static <P extends ScrollPane> P uncached(P pane) {
        pane.skinProperty().addListener((observed, before, now) -> {
            Node viewport = pane.lookup(".viewport");
            if (viewport != null) {
                viewport.setCache(false);
            }
        });
        return pane;
    }

    /**
     * Scrolls a pane vertically, by the smallest amount that makes a node of its content fully visible with some
     * margin.
     */
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
