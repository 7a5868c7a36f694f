package hyperlab.app.panel;

import hyperlab.ui.control.ScrollPanes;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A panel at a side of the window: a column next to the stage, or over the stage if there is no room next to it. */
public abstract class SidePanel {
    private final PanelVisibility visibility = new PanelVisibility();
    private final ScrollPane pane;
    private final StackPane column = new StackPane();
    private final StackPane overlay = new StackPane();

    /**
     * Starts empty.
     *
     * @param id id of the scroll pane
     * @param corner the panel's alignment over the stage
     */
    SidePanel(String id, Pos corner) {
        pane = emptyPane(id);
        overlay.setPickOnBounds(false);
        overlay.setAlignment(corner);
    }

    private static ScrollPane emptyPane(String id) {
        ScrollPane pane = ScrollPanes.withoutCache(new ScrollPane());
        pane.setId(id);
        pane.getStyleClass().addAll("panel", "edge-to-edge");
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        return pane;
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

    /**
     * Styles and lays out a content that is not shown yet, at the size of the one that is shown.
     *
     * @param frame puts a scroll pane where {@link #pane} is within its column
     */
    final void styleAhead(Region content, UnaryOperator<Region> frame) {
        if (content.getScene() != null || pane.getScene() == null) {
            return;
        }
        // Not in the pane itself: what leaves the scene loses the focus.
        ScrollPane other = emptyPane(pane.getId());
        other.getStyleClass().setAll(pane.getStyleClass());
        pane.getPseudoClassStates().forEach(state -> other.pseudoClassStateChanged(state, true));
        fixWidth(other, pane.getWidth());
        other.setContent(content);
        Region framed = frame.apply(other);
        StackPane container = overlay.getChildren().isEmpty() ? column : overlay;
        container.getChildren().add(0, framed);
        framed.applyCss();
        framed.resize(pane.getWidth(), pane.getHeight());
        framed.layout();
        container.getChildren().remove(framed);
        other.setContent(null);
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
