package hyperlab.app.panel;

/**
 * Whether a side panel is visible. With enough room it is docked next to the stage unless it was folded away; otherwise
 * it is hidden until it is opened over the stage.
 */
final class PanelVisibility {
    private boolean floating;
    private boolean folded;
    private boolean opened;

    /** @param nowFloating whether there is now no room next to the stage */
    void setFloating(boolean nowFloating) {
        floating = nowFloating;
    }

    /** Folds the panel away, or shows it again. */
    void toggle() {
        if (floating) {
            opened = !opened;
        } else {
            folded = !folded;
        }
    }

    /** Closes a panel that is over the stage; a docked panel stays. */
    void close() {
        opened = false;
    }

    boolean isDocked() {
        return !floating && !folded;
    }

    boolean isOverlay() {
        return floating && opened;
    }

    boolean isVisible() {
        return isDocked() || isOverlay();
    }
}
