package hyperlab.lab.learn;

import hyperlab.ui.Appearance;
import hyperlab.ui.control.ScrollPanes;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A column of readable width in the center of the stage. */
final class PageScroll extends PagedScroll {
    PageScroll(Node body, Node foot, Appearance appearance) {
        this(column(body, foot), appearance);
    }

    private PageScroll(Region column, Appearance appearance) {
        super(middle(column), column, appearance);
        setId("learn-scroll");
        getStyleClass().addAll("edge-to-edge", ScrollPanes.TEXT_STYLE);
    }

    private static Region column(Node body, Node foot) {
        VBox column = new VBox(body, foot);
        column.getStyleClass().add("page-column");
        column.setMinHeight(Region.USE_PREF_SIZE);
        return column;
    }

    private static Region middle(Region column) {
        StackPane middle = new StackPane(column);
        middle.getStyleClass().add("page-middle");
        return middle;
    }
}
