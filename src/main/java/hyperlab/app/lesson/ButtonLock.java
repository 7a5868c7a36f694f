package hyperlab.app.lesson;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/**
 * Disables buttons of a lab during a lesson. A button that the lab itself enables and disables keeps its binding: it
 * only looks disabled, and no key reaches it.
 */
final class ButtonLock {
    private static final PseudoClass DISABLED = PseudoClass.getPseudoClass("disabled");

    private final Set<Node> locked = new HashSet<>();

    /** Locks those that are enabled. Called again and again, because the lab may enable them. */
    void lock(Collection<Node> buttons) {
        for (Node button : buttons) {
            if (!button.isDisabled()) {
                setLocked(button, true);
                locked.add(button);
            }
        }
    }

    /** Gives all buttons back to the lab. */
    void release() {
        locked.forEach(button -> setLocked(button, false));
        locked.clear();
    }

    private static void setLocked(Node button, boolean locked) {
        if (button.disableProperty().isBound()) {
            button.setFocusTraversable(!locked);
            button.pseudoClassStateChanged(DISABLED, locked || button.isDisabled());
        } else {
            button.setDisable(locked);
        }
    }
}
