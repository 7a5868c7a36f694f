package hyperlab.app;

import hyperlab.lab.Lab;
import hyperlab.lab.LabName;
import hyperlab.ui.Appearance;
import hyperlab.ui.control.slider.PinnedControl;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The presentation mode: everything is larger, both panels are folded away, and one control is pinned above the stage,
 * namely the one that was used last, or the lab's first. FX thread only.
 */
final class Presentation {
    private final Appearance appearance;
    private final ControlsPanel controls;
    private final InsightPanel insight;
    private final PinnedControl pinnedControl;
    private final Map<LabName, Node> lastUsed = new EnumMap<>(LabName.class);
    private @Nullable Lab lab;
    private boolean suspended;

    Presentation(Appearance appearance, ControlsPanel controls, InsightPanel insight) {
        this.appearance = appearance;
        this.controls = controls;
        this.insight = insight;
        pinnedControl = new PinnedControl(appearance);
    }

    /** The pinned control above the stage. */
    Node strip() {
        return pinnedControl;
    }

    /** Tracks which control the user uses. A panel over the stage closes when the focus moves to the stage. */
    void trackFocus(Scene scene) {
        scene.focusOwnerProperty().addListener((observed, before, newLab) -> {
            if (newLab != null && lab != null) {
                if (controls.isOverlay() && isInside(newLab, lab.parts().stage())) {
                    toggleControls();
                }
                LabName name = lab.name();
                PinnedControl.enclosingControl(newLab, panel()).ifPresent(control -> lastUsed.put(name, control));
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
        pinnedControl.unpin();
        lab = newLab;
        pinControl();
    }

    void toggle() {
        setPresenting(!appearance.presentationProperty().get());
    }

    void setPresenting(boolean presented) {
        if (presented == appearance.presentationProperty().get()) {
            return;
        }
        controls.close();
        insight.close();
        if (!presented) {
            pinnedControl.unpin();
        }
        appearance.presentationProperty().set(presented);
        pinControl();
    }

    /** Folds the controls away or shows them again; once folded away, the last used control is pinned. */
    void toggleControls() {
        controls.toggle();
        if (controls.isOverlay()) {
            controls.focusFirst();
        } else {
            pinnedControl.unpin();
            pinControl();
        }
    }

    /** Closes a panel that is over the stage, or else ends the presentation; returns false if there is none. */
    boolean handleEscape() {
        if (!appearance.presentationProperty().get()) {
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
        pinnedControl.unpin();
        pinControl();
    }

    /** Pins another control if the pinned one is gone, for instance because the lab has switched topics. */
    void refresh() {
        if (!suspended && appearance.presentationProperty().get() && !pinnedControl.isStillPinned(panel())) {
            pinnedControl.unpin();
            pinControl();
        }
    }

    private Region panel() {
        return Objects.requireNonNull(lab).parts().controls();
    }

    private void pinControl() {
        if (!suspended && appearance.presentationProperty().get() && lab != null) {
            Node last = lastUsed.get(lab.name());
            pinnedControl.pin(
                    last != null && PinnedControl.isVisibleIn(last, panel())
                            ? last
                            : PinnedControl.findFirst(panel()).orElse(null));
        }
    }
}
