package hyperlab.app;

import hyperlab.app.panel.ControlsPanel;
import hyperlab.app.panel.InsightPanel;
import hyperlab.app.present.PresentedControls;
import hyperlab.lab.Lab;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * The presentation mode: everything is larger, both panels are folded away, and the lab's main control is above the
 * stage. FX thread only.
 */
final class Presentation {
    private final Appearance appearance;
    private final ControlsPanel controls;
    private final InsightPanel insight;
    private final PresentedControls presented;
    private @Nullable Lab lab;
    private boolean suspended;

    Presentation(Appearance appearance, Messages messages, ControlsPanel controls, InsightPanel insight) {
        this.appearance = appearance;
        this.controls = controls;
        this.insight = insight;
        presented = new PresentedControls(messages, appearance);
    }

    /** The pinned controls. */
    PresentedControls controls() {
        return presented;
    }

    /** Closes a panel over the stage when the focus moves to the stage. */
    void trackFocus(Scene scene) {
        scene.focusOwnerProperty().addListener((observed, before, now) -> {
            Lab shown = lab;
            if (now != null
                    && shown != null
                    && controls.isOverlay()
                    && isInside(now, shown.parts().stage())) {
                toggleControls();
            }
        });
    }

    private static boolean isInside(Node node, Node outer) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }

    /** Switches to the lab on stage. */
    void show(Lab newLab) {
        presented.unpin();
        lab = newLab;
        pinControls();
    }

    void toggle() {
        setPresenting(!isPresenting());
    }

    boolean isPresenting() {
        return appearance.presentationProperty().get();
    }

    void setPresenting(boolean presenting) {
        if (presenting == isPresenting()) {
            return;
        }
        closePanels();
        if (!presenting) {
            presented.unpin();
        }
        appearance.presentationProperty().set(presenting);
        pinControls();
    }

    /** Folds the controls away or shows them again. */
    void toggleControls() {
        controls.toggle();
        if (controls.isOverlay()) {
            controls.focusFirst();
        }
    }

    /** Closes the panels that are over the stage; docked panels stay. */
    void closePanels() {
        controls.close();
        insight.close();
    }

    /** Closes a panel that is over the stage, or else ends the presentation; returns false if there is none. */
    boolean handleEscape() {
        if (!isPresenting()) {
            return false;
        }
        if (controls.isOverlay()) {
            toggleControls();
        } else if (insight.isOverlay()) {
            insight.close();
        } else {
            setPresenting(false);
        }
        return true;
    }

    /** Pins nothing while {@code now}, because something else shows controls above the stage. */
    void suspend(boolean now) {
        suspended = now;
        presented.unpin();
        pinControls();
    }

    boolean isSuspended() {
        return suspended;
    }

    /** Pins other controls if the pinned ones are gone, for instance because the lab has switched topics. */
    void refresh() {
        if (!presented.isCurrent()) {
            pinControls();
        }
    }

    private void pinControls() {
        if (!suspended && isPresenting() && lab != null) {
            presented.pin(lab);
        }
    }
}
