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
 * The mode for a class: all is larger, both panels are folded away, and one control stays above the stage: the one that
 * the person used last, or the lab's first. FX thread alone.
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

    /** The control that stays, above the stage. */
    Node strip() {
        return kept;
    }

    /** Notices which control the person uses. */
    void watch(Scene scene) {
        scene.focusOwnerProperty().addListener((observed, before, now) -> {
            if (now != null && lab != null) {
                LabName name = lab.name();
                KeptControl.around(now, panel()).ifPresent(control -> used.put(name, control));
            }
        });
    }

    /** Follows the lab on stage. */
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

    /** Folds the controls away, or brings them back; then the one used last is kept. */
    void toggleControls() {
        controls.toggle();
        if (!controls.isOver()) {
            kept.release();
            keep();
        }
    }

    /** Takes away what lies over the stage, or ends the presentation; false where there is none. */
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

    /** Keeps another control where the one that is kept has gone, as when the lab has turned to another topic. */
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
