package hyperlab.ui.control;

import java.util.Optional;
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
    /** The style class of a pane that scrolls a text with charts in it. */
    public static final String TEXT_STYLE = "reader";

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

    /** The first visible pane in a part of the window whose content is higher than what it shows. */
    public static Optional<ScrollPane> findScrollable(Node part) {
        return VisibleNodes.findFirst(
                part,
                node -> node instanceof ScrollPane pane && scrollableHeight(pane) > 0
                        ? Optional.of(pane)
                        : Optional.empty());
    }

    private static double scrollableHeight(ScrollPane pane) {
        Node content = pane.getContent();
        return content == null
                ? 0
                : content.getBoundsInLocal().getHeight()
                        - pane.getViewportBounds().getHeight();
    }

    /**
     * Scrolls a pane vertically by a number of screens; negative scrolls up. Returns false if it was already at the
     * end.
     */
    public static boolean scrollBy(ScrollPane pane, double screens) {
        double scrollableHeight = scrollableHeight(pane);
        double before = pane.getVvalue();
        if (scrollableHeight > 0) {
            double height = pane.getViewportBounds().getHeight();
            pane.setVvalue(Math.max(0, Math.min(1, before + screens * height / scrollableHeight)));
        }
        return pane.getVvalue() != before;
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
        double scrollableHeight = scrollableHeight(pane);
        if (scrollableHeight <= 0) {
            return;
        }
        double top = pane.getVvalue() * scrollableHeight;
        double maxTop = bounds.getMinY() - MARGIN;
        double minTop = bounds.getMaxY() + MARGIN - pane.getViewportBounds().getHeight();
        pane.setVvalue(Math.max(0, Math.min(scrollableHeight, Math.min(maxTop, Math.max(minTop, top))))
                / scrollableHeight);
    }

    /** Scrolls a pane vertically, so that a node of its content is as close to the middle as possible. */
    public static void center(ScrollPane pane, Node node) {
        Parent root = pane.getScene().getRoot();
        root.applyCss();
        root.layout();
        double scrollableHeight = scrollableHeight(pane);
        if (scrollableHeight <= 0) {
            return;
        }
        Bounds bounds = pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double top = bounds.getCenterY() - pane.getViewportBounds().getHeight() / 2;
        pane.setVvalue(Math.max(0, Math.min(1, top / scrollableHeight)));
    }
}
