package hyperlab.app;

import hyperlab.app.control.Viewport;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A panel at a side of the window: a column beside the stage, or over the stage where there is no room beside it. */
abstract class SidePanel {
    private final Fold fold = new Fold();
    private final ScrollPane pane = Viewport.uncached(new ScrollPane());
    private final StackPane column = new StackPane();
    private final StackPane overlay = new StackPane();

    /**
     * Shows nothing yet.
     *
     * @param id of what scrolls
     * @param corner where the panel lies over the stage
     */
    SidePanel(String id, Pos corner) {
        pane.setId(id);
        pane.getStyleClass().addAll("panel", "edge-to-edge");
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        overlay.setPickOnBounds(false);
        overlay.setAlignment(corner);
    }

    /** Where the panel stands beside the stage. */
    final StackPane column() {
        return column;
    }

    /** What lies over the stage, where it opens. */
    final StackPane overlay() {
        return overlay;
    }

    final ScrollPane pane() {
        return pane;
    }

    final Fold fold() {
        return fold;
    }

    final boolean isOver() {
        return fold.isOver();
    }

    final void toggle() {
        fold.toggle();
        place();
    }

    /** Takes it away where it lies over the stage. */
    final void close() {
        fold.close();
        place();
    }

    /** Puts the panel where it belongs now. */
    abstract void place();

    /** Whether the column is there. */
    final void columnStands(boolean stands) {
        column.setManaged(stands);
        column.setVisible(stands);
    }

    /** Nothing in the column, nothing over the stage. */
    final void clear() {
        column.getChildren().clear();
        overlay.getChildren().clear();
    }

    static void fix(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
    }

    /** Gives a lab's content its style. */
    static Region styled(Region content, String style) {
        if (!content.getStyleClass().contains(style)) {
            content.getStyleClass().add(style);
        }
        return content;
    }
}
