package hyperlab.app;

import hyperlab.app.control.KeptControl;
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
    private final KeptControl kept;
    private final Map<LabName, Node> used = new EnumMap<>(LabName.class);
    private @Nullable Lab lab;

    Presentation(Appearance appearance, ControlsPanel controls, InsightPanel insight) {
        this.appearance = appearance;
        this.controls = controls;
        this.insight = insight;
        kept = new KeptControl(appearance);
    }

    /** The pinned control above the stage. */
    Node strip() {
        return kept;
    }

    /** Tracks which control the user uses. */
    void watch(Scene scene) {
        scene.focusOwnerProperty().addListener((observed, before, now) -> {
            if (now != null && lab != null) {
                LabName name = lab.name();
                KeptControl.around(now, panel()).ifPresent(control -> used.put(name, control));
            }
        });
    }

    /** Switches to the lab on stage. */
    void show(Lab now) {
        kept.release();
        lab = now;
        keep();
    }

    void toggle() {
        set(!appearance.presented().get());
    }

    void set(boolean presented) {
        if (presented == appearance.presented().get()) {
            return;
        }
        controls.close();
        insight.close();
        if (!presented) {
            kept.release();
        }
        appearance.presented().set(presented);
        keep();
    }

    /** Folds the controls away or shows them again; once folded away, the last used control is pinned. */
    void toggleControls() {
        controls.toggle();
        if (!controls.isOver()) {
            kept.release();
            keep();
        }
    }

    /** Closes a panel that is over the stage, or else ends the presentation; returns false if there is none. */
    boolean leave() {
        if (!appearance.presented().get()) {
            return false;
        }
        if (controls.isOver()) {
            toggleControls();
        } else if (insight.isOver()) {
            insight.close();
        } else {
            set(false);
        }
        return true;
    }

    /** Pins another control if the pinned one is gone, for instance because the lab has switched topics. */
    void refresh() {
        if (appearance.presented().get() && !kept.stands(panel())) {
            kept.release();
            keep();
        }
    }

    private Region panel() {
        return Objects.requireNonNull(lab).parts().controls();
    }

    private void keep() {
        if (appearance.presented().get() && lab != null) {
            Node last = used.get(lab.name());
            kept.keep(
                    last != null && KeptControl.isSeen(last, panel())
                            ? last
                            : KeptControl.firstOf(panel()).orElse(null));
        }
    }
}
