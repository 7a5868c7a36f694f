package hyperlab.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.skin.ComboBoxListViewSkin;

/**
 * Builds the list of choices when it is first opened or measured. The toolkit's skin keeps the closed list in the
 * scene, so each drop-down list would have some twenty invisible nodes to be styled.
 */
final class LazyComboBoxSkin<T> extends ComboBoxListViewSkin<T> {
    LazyComboBoxSkin(ComboBox<T> control) {
        super(control);
        getChildren().remove(getPopupContent());
    }

    /** Not called if a style sheet sets the width. */
    @Override
    protected double computePrefWidth(
            double height, double topInset, double rightInset, double bottomInset, double leftInset) {
        styleList();
        return super.computePrefWidth(height, topInset, rightInset, bottomInset, leftInset);
    }

    /** The list must be styled before its size is known; once it was opened, it belongs to the popup. */
    private void styleList() {
        Node list = getPopupContent();
        if (list.getParent() == null) {
            getChildren().add(list);
            list.applyCss();
        }
    }
}
