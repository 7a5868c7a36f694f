package hyperlab.app.palette;

import hyperlab.ui.control.CollapsibleSection;
import hyperlab.ui.control.ScrollPanes;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.slider.NumberSlider;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** The settings of a panel: its rows, each with a name, also those in sections that are folded. FX thread only. */
public final class SettingRows {
    private SettingRows() {}

    /** The rows that have a name and are visible, or would be if their sections were unfolded. */
    static List<FieldRow> of(Node panel) {
        List<FieldRow> rows = new ArrayList<>();
        collect(panel, rows);
        return rows;
    }

    private static void collect(Node node, List<FieldRow> rows) {
        if (node instanceof FieldRow row) {
            if (!row.name().isBlank() && !row.isDisabled()) {
                rows.add(row);
            }
        } else if (node instanceof Parent parent) {
            boolean folded = parent instanceof CollapsibleSection section
                    && !section.openProperty().get();
            for (Node child : parent.getChildrenUnmodifiable()) {
                if (child.isVisible() || folded) {
                    collect(child, rows);
                }
            }
        }
    }

    /** Unfolds the sections around a row, scrolls to it, and gives its control the focus. */
    public static void focus(Node row) {
        for (Node at = row.getParent(); at != null; at = at.getParent()) {
            if (at instanceof CollapsibleSection section) {
                section.openProperty().set(true);
            }
        }
        row.getScene().getRoot().applyCss();
        row.getScene().getRoot().layout();
        for (Node at = row.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane) {
                ScrollPanes.scrollTo(pane, row);
                break;
            }
        }
        Node setting = row.getParent() instanceof NumberSlider slider ? slider : row;
        Node track = setting.lookup(".track");
        if (track == null || !requestFocus(track)) {
            requestFocus(setting);
        }
    }

    /** Gives the focus to a node or to the first node inside that takes it; false if there is none. */
    private static boolean requestFocus(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return false;
        }
        if (node.isFocusTraversable()) {
            node.requestFocus();
            return true;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                if (requestFocus(child)) {
                    return true;
                }
            }
        }
        return false;
    }
}
