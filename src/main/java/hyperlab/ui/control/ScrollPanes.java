package hyperlab.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/**
 * Utilities for scroll panes. The toolkit caches an image of a scroll pane's viewport and repaints all of it whenever
 * anything in it changes. Without the cache it repaints only what has changed, which is a small part for a number or
 * for one of several charts.
 */
public final class ScrollPanes {
    private static final double MARGIN = 16;

    private ScrollPanes() {}

    /** Disables the viewport's cache, so that only changes are repainted; returns the pane. */
    public static <P extends ScrollPane> P withoutCache(P pane) {
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
    public static void scrollTo(ScrollPane pane, Node node) {
        Parent root = pane.getScene().getRoot();
        root.applyCss();
        root.layout();
        Node content = pane.getContent();
        Bounds bounds = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double scrollableHeight = content.getBoundsInLocal().getHeight()
                - pane.getViewportBounds().getHeight();
        if (scrollableHeight <= 0) {
            return;
        }
        double top = pane.getVvalue() * scrollableHeight;
        double maxTop = bounds.getMinY() - MARGIN;
        double minTop = bounds.getMaxY() + MARGIN - pane.getViewportBounds().getHeight();
        pane.setVvalue(Math.max(0, Math.min(scrollableHeight, Math.min(maxTop, Math.max(minTop, top))))
                / scrollableHeight);
    }
}
