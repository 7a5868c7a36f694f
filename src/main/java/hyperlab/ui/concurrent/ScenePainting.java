package hyperlab.ui.concurrent;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.paint.Color;

/** The first picture of a scene. */
public final class ScenePainting {
    /** The first pulse paints, the second waits until that is done, and at the third, it is on the screen. */
    private static final int PULSES_UNTIL_SHOWN = 3;

    private ScenePainting() {}

    /** Returns when a scene that was just shown is on the screen. Events are handled meanwhile. FX thread only. */
    public static void waitUntilPainted(Scene scene) {
        Object painted = new Object();
        AnimationTimer pulses = new AnimationTimer() {
            private int count;

            @Override
            public void handle(long now) {
                count++;
                if (count >= PULSES_UNTIL_SHOWN) {
                    stop();
                    Platform.exitNestedEventLoop(painted, null);
                } else {
                    // A pulse waits for the picture before only if there is something new to paint.
                    scene.setFill(count % 2 == 0 ? Color.WHITE : Color.TRANSPARENT);
                }
            }
        };
        pulses.start();
        Platform.enterNestedEventLoop(painted);
    }
}
