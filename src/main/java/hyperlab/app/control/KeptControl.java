package hyperlab.app.control;

import hyperlab.app.Appearance;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Pins one control of a panel so that it stays visible while the panel is folded away. The control itself is moved here
 * and back, with all its bindings; a placeholder keeps its position in the panel.
 */
public final class KeptControl extends HBox {
    private static final String FIRST = "kept-first";
    private static final String LAB = "-lab";

    private final BooleanProperty holds = new SimpleBooleanProperty(this, "holds");
    private final Region place = new Region();
    private @Nullable Node control;

    public KeptControl(Appearance appearance) {
        setId("kept-control");
        getStyleClass().add("kept-control");
        setAlignment(Pos.CENTER_LEFT);
        place.setManaged(false);
        place.setVisible(false);
        disableProperty().bind(place.disabledProperty());
        managedProperty().bind(holds.and(appearance.presented()));
        visibleProperty().bind(managedProperty());
    }

    /** Marks the control to pin before the user has used any; returns the control. */
    public static <N extends Node> N first(N control) {
        control.getStyleClass().add(FIRST);
        return control;
    }

    /** The control to pin before the user has used any: the marked one that is visible, or else the first slider. */
    public static Optional<Node> firstOf(Parent panel) {
        return find(panel, node -> node.getStyleClass().contains(FIRST))
                .or(() -> find(panel, node -> node instanceof NumberSlider));
    }

    /**
     * The slider, or the row with its label, that contains a node of a panel; empty for a toggle, which is never
     * pinned.
     */
    public static Optional<Node> around(Node node, Parent panel) {
        if (node instanceof Toggle) {
            return Optional.empty();
        }
        Node row = null;
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == panel) {
                return Optional.ofNullable(row);
            }
            boolean outer = at instanceof NumberSlider || (row == null && at instanceof FieldRow);
            row = outer ? at : row;
        }
        return Optional.empty();
    }

    /** Whether the node and all its ancestors in the panel are visible. */
    public static boolean isSeen(Node node, Parent panel) {
        Node at = node;
        while (at != null && at != panel) {
            if (!at.isVisible()) {
                return false;
            }
            at = at.getParent();
        }
        return at != null;
    }

    private interface Sort {
        boolean has(Node node);
    }

    private static Optional<Node> find(Parent parent, Sort sort) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible()) {
                continue;
            }
            Optional<Node> found = sort.has(child)
                    ? Optional.of(child)
                    : child instanceof Parent inner ? find(inner, sort) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Pins this control; null for none. */
    public void keep(@Nullable Node wanted) {
        release();
        if (wanted == null || !(wanted.getParent() instanceof Pane from)) {
            return;
        }
        Node owner = focused(wanted);
        control = wanted;
        dressAs(from);
        from.getChildren().set(from.getChildren().indexOf(wanted), place);
        if (wanted instanceof NumberSlider slider) {
            slider.across(true);
            HBox.setHgrow(wanted, Priority.ALWAYS);
        }
        getChildren().setAll(wanted);
        holds.set(true);
        focus(owner);
    }

    /** Moves the control back to its position, unless the panel has already reclaimed it. */
    public void release() {
        Node held = control;
        if (held == null) {
            return;
        }
        Node owner = focused(held);
        control = null;
        holds.set(false);
        if (held instanceof NumberSlider slider) {
            slider.across(false);
        }
        boolean here = getChildren().remove(held);
        if (place.getParent() instanceof Pane to) {
            int at = to.getChildren().indexOf(place);
            to.getChildren().remove(at);
            if (here) {
                to.getChildren().add(at, held);
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
    private void dressAs(Node from) {
        getStyleClass().removeIf(style -> style.endsWith(LAB));
        for (Node at = from; at != null; at = at.getParent()) {
            at.getStyleClass().stream().filter(style -> style.endsWith(LAB)).forEach(getStyleClass()::add);
        }
    }

    /** Whether the control is still pinned and its position in the panel would be visible. */
    public boolean stands(Parent panel) {
        Parent around = place.getParent();
        return control != null
                && control.getParent() == this
                && control.isVisible()
                && around != null
                && isSeen(around, panel);
    }
}
