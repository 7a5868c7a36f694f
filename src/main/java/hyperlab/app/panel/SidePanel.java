package hyperlab.app.panel;

import hyperlab.ui.control.ScrollPanes;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A panel at a side of the window: a column next to the stage, or over the stage if there is no room next to it. */
public abstract class SidePanel {
    private final PanelVisibility visibility = new PanelVisibility();
    private final ScrollPane pane = ScrollPanes.withoutCache(new ScrollPane());
    private final StackPane column = new StackPane();
    private final StackPane overlay = new StackPane();

    /**
     * Starts empty.
     *
     * @param id id of the scroll pane
     * @param corner the panel's alignment over the stage
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

    /** The panel's container next to the stage. */
    public final StackPane column() {
        return column;
    }

    /** The panel's container over the stage. */
    public final StackPane overlay() {
        return overlay;
    }

    public final ScrollPane pane() {
        return pane;
    }

    /**
     * Leaves the content out until the returned task runs, unless other content is shown first; the panel keeps its
     * place.
     */
    public final Runnable leaveOutContent() {
        Node content = pane.getContent();
        pane.setContent(null);
        return () -> {
            if (pane.getContent() == null) {
                pane.setContent(content);
            }
        };
    }

    final PanelVisibility visibility() {
        return visibility;
    }

    public final boolean isOverlay() {
        return visibility.isOverlay();
    }

    public final void toggle() {
        visibility.toggle();
        updatePlacement();
    }

    /** Closes the panel if it is over the stage. */
    public final void close() {
        visibility.close();
        updatePlacement();
    }

    /** Moves the panel to the container where it belongs now. */
    abstract void updatePlacement();

    /** Shows or hides the column. */
    final void setColumnVisible(boolean visible) {
        column.setManaged(visible);
        column.setVisible(visible);
    }

    /** Empties both the column and the overlay. */
    final void clear() {
        column.getChildren().clear();
        overlay.getChildren().clear();
    }

    static void fixWidth(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
    }

    /** Adds a style class to a lab's content. */
    static Region withStyle(Region content, String style) {
        if (!content.getStyleClass().contains(style)) {
            content.getStyleClass().add(style);
        }
        return content;
    }
}
