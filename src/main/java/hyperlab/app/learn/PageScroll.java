package hyperlab.app.learn;

import hyperlab.app.control.Viewport;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A readable column in the middle of the stage, which scrolls. */
final class PageScroll extends ScrollPane {
    private static final int ROUNDS = 2;

    PageScroll(Node body, Node foot) {
        setId("learn-scroll");
        getStyleClass().addAll("edge-to-edge", "reader");
        Viewport.uncached(this);
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

    /** Scrolls by so many screenfuls; false where it was at the end already. */
    boolean by(double screens) {
        double screen = getViewportBounds().getHeight();
        double beyond = getContent().getBoundsInLocal().getHeight() - screen;
        double before = getVvalue();
        if (beyond > 0) {
            setVvalue(Math.max(0, Math.min(1, before + screens * screen / beyond)));
        }
        return getVvalue() != before;
    }

    /** Scrolls to a share of its height, once all has found its place: what grows later would move it. */
    void startAt(double place) {
        for (int round = 0; round < ROUNDS; round++) {
            applyCss();
            layout();
        }
        setVvalue(place);
    }
}
