package hyperlab.app;

import hyperlab.app.sound.LossSound;
import hyperlab.lab.HasLoss;
import hyperlab.lab.Lab;
import hyperlab.ui.Preferences;
import hyperlab.ui.concurrent.PulseClock;
import hyperlab.ui.control.playback.Playback;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * Plays the lab on stage: advances its playback at each pulse, and plays its loss as a tone if the user wants it. FX
 * thread only.
 */
final class LabPlayback {
    private final Supplier<Preferences> preferences;
    private final BooleanSupplier asking;
    private final LossSound sound;
    private final PulseClock clock = new PulseClock(this::play);
    private final ChangeListener<Boolean> playing = (observed, before, now) -> setPlaying(now);
    private @Nullable Lab lab;

    /** @param asking whether a question is open, whose answer a tone would tell */
    LabPlayback(Supplier<Preferences> preferences, BooleanSupplier asking, LossSound sound) {
        this.preferences = preferences;
        this.asking = asking;
        this.sound = sound;
    }

    /** Plays this lab in place of the one before. */
    void show(Lab newLab) {
        if (lab != null) {
            lab.parts().playback().playingProperty().removeListener(playing);
        }
        if (!newLab.equals(lab)) {
            stop();
        }
        lab = newLab;
        newLab.parts().playback().playingProperty().addListener(playing);
        clock.run(newLab.parts().playback().playingProperty().get());
    }

    private void stop() {
        clock.run(false);
        sound.stop();
    }

    /** Without motion, playing goes to its end at once; what is still to be computed runs as fast as it can. */
    private void setPlaying(boolean now) {
        Lab shown = lab;
        if (!now || shown == null) {
            stop();
            return;
        }
        sound.retryDevice();
        Playback playback = shown.parts().playback();
        if (preferences.get().reducedMotion()) {
            if (!playback.isLive()) {
                playback.toEnd();
                return;
            }
            playback.speedProperty().set(playback.speedCount() - 1);
        }
        clock.run(true);
    }

    private void play(double seconds) {
        Lab shown = lab;
        if (shown != null) {
            shown.parts().playback().advance(seconds);
            if (preferences.get().audibleLoss() && !asking.getAsBoolean()) {
                shown.feature(HasLoss.class).ifPresent(has -> sound.play(has.currentLoss()));
            }
        }
    }

    /** Ends the tone. */
    void silence() {
        sound.stop();
    }
}
