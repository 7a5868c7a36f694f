package hyperlab.ui.control.slider;

import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.field.FieldRow;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Pins one control of a panel so that it stays visible while the panel is folded away. The control itself is moved here
 * and back, with all its bindings; a placeholder keeps its position in the panel.
 */
public final class PinnedControl extends HBox {
    private static final String FIRST_STYLE = "kept-first";
    private static final String LAB_STYLE_SUFFIX = "-lab";
    /** The width from which there is room for a slider between its label and its number. */
    private static final double MIN_INLINE_WIDTH = 520;

    private final BooleanProperty hasControl = new SimpleBooleanProperty(this, "holds");
    private final Region placeholder = new Region();
    private @Nullable Node control;
    private boolean alwaysInline;

    /** @param shown whether a pinned control is shown */
    public PinnedControl(ObservableBooleanValue shown) {
        getStyleClass().add("kept-control");
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        placeholder.setManaged(false);
        placeholder.setVisible(false);
        disableProperty().bind(placeholder.disabledProperty());
        widthProperty().addListener((observed, before, now) -> arrange());
        managedProperty().bind(hasControl.and(shown));
        visibleProperty().bind(managedProperty());
    }

    /** Marks the control to pin before the user has used any; returns the control. */
    public static <N extends Node> N markFirst(N control) {
        control.getStyleClass().add(FIRST_STYLE);
        return control;
    }

    /** The control to pin before the user has used any: the marked one that is visible, or else the first slider. */
    public static Optional<Node> findFirst(Parent panel) {
        return find(panel, node -> node.getStyleClass().contains(FIRST_STYLE))
                .or(() -> find(panel, node -> node instanceof NumberSlider));
    }

    /**
     * The slider, or the row with its label, that contains a node of a panel; empty for a toggle, which is never
     * pinned.
     */
    public static Optional<Node> enclosingControl(Node node, Parent panel) {
        if (node instanceof FocusableToggleSwitch) {
            return Optional.empty();
        }
        Node row = null;
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == panel) {
                return Optional.ofNullable(row);
            }
            boolean encloses = at instanceof NumberSlider || (row == null && at instanceof FieldRow);
            row = encloses ? at : row;
        }
        return Optional.empty();
    }

    /** Whether the node and all its ancestors in the panel are visible. */
    public static boolean isVisibleIn(Node node, Parent panel) {
        Node at = node;
        while (at != null && at != panel) {
            if (!at.isVisible()) {
                return false;
            }
            at = at.getParent();
        }
        return at != null;
    }

    private interface NodeFilter {
        boolean matches(Node node);
    }

    private static Optional<Node> find(Parent parent, NodeFilter filter) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible()) {
                continue;
            }
            Optional<Node> found = filter.matches(child)
                    ? Optional.of(child)
                    : child instanceof Parent inner ? find(inner, filter) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Pins this control; null for none. */
    public void pin(@Nullable Node newControl) {
        unpin();
        if (newControl == null || !(newControl.getParent() instanceof Pane from)) {
            return;
        }
        Node owner = focused(newControl);
        control = newControl;
        copyLabStyles(from);
        from.getChildren().set(from.getChildren().indexOf(newControl), placeholder);
        if (newControl instanceof NumberSlider slider) {
            slider.setInline(isWide());
            HBox.setHgrow(newControl, Priority.ALWAYS);
        }
        getChildren().setAll(newControl);
        hasControl.set(true);
        focus(owner);
    }

    /** Places the track of a slider next to its label and number however little room there is. */
    public void setAlwaysInline() {
        alwaysInline = true;
    }

    /** Before the first layout, the width is 0. */
    private boolean isWide() {
        return alwaysInline || getWidth() == 0 || getWidth() >= MIN_INLINE_WIDTH;
    }

    private void arrange() {
        if (control instanceof NumberSlider slider) {
            Node owner = focused(slider);
            if (slider.setInline(isWide())) {
                layoutOnceMore();
            }
            focus(owner);
        }
    }

    /**
     * The width changes during a layout, in which the panes around this one ignore that it now needs another height.
     */
    private void layoutOnceMore() {
        Scene scene = getScene();
        if (scene == null) {
            return;
        }
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                requestLayout();
            }
        });
    }

    /** Moves the control back to its position, unless the panel has already reclaimed it. */
    public void unpin() {
        Node pinned = control;
        if (pinned == null) {
            return;
        }
        Node owner = focused(pinned);
        control = null;
        hasControl.set(false);
        if (pinned instanceof NumberSlider slider) {
            slider.setInline(false);
        }
        boolean isStillHere = getChildren().remove(pinned);
        if (placeholder.getParent() instanceof Pane to) {
            int at = to.getChildren().indexOf(placeholder);
            to.getChildren().remove(at);
            if (isStillHere) {
                to.getChildren().add(at, pinned);
            }
        }
        focus(owner);
    }

    /** The focus owner, if it is the node or inside it; moving a node makes it lose the focus. */
    private static @Nullable Node focused(Node node) {
        Node owner = node.getScene() == null ? null : node.getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at == node) {
                return owner;
            }
        }
        return null;
    }

    private static void focus(@Nullable Node owner) {
        if (owner != null) {
            owner.requestFocus();
        }
    }

    /** Copies the panel's style classes with lab-specific colors, so that the colors also work here. */
    private void copyLabStyles(Node from) {
        getStyleClass().removeIf(style -> style.endsWith(LAB_STYLE_SUFFIX));
        for (Node at = from; at != null; at = at.getParent()) {
            at.getStyleClass().stream()
                    .filter(style -> style.endsWith(LAB_STYLE_SUFFIX))
                    .forEach(getStyleClass()::add);
        }
    }

    /** Whether the control is still pinned and its position in the panel would be visible. */
    public boolean isStillPinned(Parent panel) {
        Parent placeholderParent = placeholder.getParent();
        return control != null
                && control.getParent() == this
                && control.isVisible()
                && placeholderParent != null
                && isVisibleIn(placeholderParent, panel);
    }
}
