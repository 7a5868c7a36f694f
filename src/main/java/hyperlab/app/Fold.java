package hyperlab.app;

/**
 * Whether a side panel is seen: beside the stage unless it was folded away, or, while there is no room for it there, over
 * the stage once it was opened.
 */
final class Fold {
    private boolean floating;
    private boolean folded;
    private boolean opened;

    /** @param nowFloating whether there is no room beside the stage from now on */
    void floats(boolean nowFloating) {
        floating = nowFloating;
    }

    /** Folds the panel away, or brings it back. */
    void toggle() {
        if (floating) {
            opened = !opened;
        } else {
            folded = !folded;
        }
    }

    /** Takes a panel that lies over the stage away; one beside it stays. */
    void close() {
        opened = false;
    }

    boolean isBeside() {
        return !floating && !folded;
    }

    boolean isOver() {
        return floating && opened;
    }

    boolean isSeen() {
        return isBeside() || isOver();
    }
}
