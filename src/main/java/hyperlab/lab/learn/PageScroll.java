package hyperlab.lab.learn;

import hyperlab.ui.control.ScrollPanes;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A scrolling column of readable width in the center of the stage. */
final class PageScroll extends ScrollPane {
    private static final int LAYOUT_PASSES = 2;

    PageScroll(Node body, Node foot) {
        setId("learn-scroll");
        getStyleClass().addAll("edge-to-edge", ScrollPanes.TEXT_STYLE);
        ScrollPanes.withoutCache(this);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFitToWidth(true);
        setFocusTraversable(false);
        VBox column = new VBox(body, foot);
        column.getStyleClass().add("page-column");
        column.setMinHeight(Region.USE_PREF_SIZE);
        StackPane middle = new StackPane(column);
        middle.getStyleClass().add("page-middle");
        setContent(middle);
    }

    /** Scrolls by a number of screens. Returns false if it was already at the end. */
    boolean scrollBy(double screens) {
        return ScrollPanes.scrollBy(this, screens);
    }

    /**
     * Scrolls to a fraction of the height, from 0 to 1. The layout is completed first, because content that grows later
     * would shift the position.
     */
    void scrollTo(double position) {
        for (int pass = 0; pass < LAYOUT_PASSES; pass++) {
            applyCss();
            layout();
        }
        setVvalue(position);
    }
}
