package hyperlab.app.present;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/** A window that fills its screen, as it does while it is presented. FX thread only. */
public final class FullScreen {
    private FullScreen() {}

    /** From now on, a window fills its screen when a presentation begins, and no longer when it ends. */
    public static void fillWhile(ObservableBooleanValue presented, Stage stage) {
        presented.addListener((observed, before, now) -> fill(stage, now));
        if (presented.get()) {
            fill(stage, true);
        }
    }

    /** Fills the screen, or no longer. */
    public static void toggle(Stage stage) {
        fill(stage, !stage.isFullScreen());
    }

    private static void fill(Stage stage, boolean now) {
        // Esc first closes what lies above the stage and then ends the presentation.
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        stage.setFullScreen(now);
    }
}
