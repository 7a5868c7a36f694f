package hyperlab.ui.control.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaybackTest {
    private static Playback finished(int length) {
        Playback playback = new Playback("shell.epoch");
        playback.lengthProperty().set(length);
        playback.completedProperty().set(length);
        return playback;
    }

    @Test
    void playingAdvancesBySpeedAndStopsAtTheEnd() {
        Playback playback = finished(10);
        playback.playPause();
        playback.advance(1);
        assertEquals(4, playback.positionProperty().get());
        playback.advance(10);
        assertEquals(10, playback.positionProperty().get());
        assertFalse(playback.playingProperty().get());
    }

    @Test
    void shortPulsesAddUp() {
        Playback playback = finished(100);
        playback.playPause();
        for (int pulse = 0; pulse < 60; pulse++) {
            playback.advance(1 / 64.0);
        }
        assertEquals(3, playback.positionProperty().get());
    }

    @Test
    void playingAtTheEndRestarts() {
        Playback playback = finished(10);
        playback.toEnd();
        playback.playPause();
        assertEquals(0, playback.positionProperty().get());
        assertTrue(playback.playingProperty().get());
    }

    @Test
    void maximumSpeedReachesTheEndInOnePulse() {
        Playback playback = finished(100_000);
        playback.speedProperty().set(playback.speedCount() - 1);
        playback.playPause();
        playback.advance(0.016);
        assertEquals(100_000, playback.positionProperty().get());
    }

    @Test
    void playHeadIsLimitedToCompletedWork() {
        Playback playback = finished(10);
        playback.completedProperty().set(4);
        playback.seek(9);
        assertEquals(4, playback.positionProperty().get());
        playback.seek(-3);
        assertEquals(0, playback.positionProperty().get());
    }

    @Test
    void steppingPausesAndStaysWithinTheEnds() {
        Playback playback = finished(2);
        playback.playingProperty().set(true);
        playback.stepForward();
        playback.stepForward();
        playback.stepForward();
        assertEquals(2, playback.positionProperty().get());
        assertFalse(playback.playingProperty().get());
        playback.stepBack();
        assertEquals(1, playback.positionProperty().get());
    }

    @Test
    void speedStaysWithinItsOptions() {
        Playback playback = finished(2);
        for (int k = 0; k < 20; k++) {
            playback.faster();
        }
        assertEquals(playback.speedCount() - 1, playback.speedProperty().get());
        assertTrue(Double.isInfinite(playback.unitsPerSecond()));
        for (int k = 0; k < 20; k++) {
            playback.slower();
        }
        assertEquals(1, playback.unitsPerSecond());
    }

    @Test
    void requestsUnfinishedStepsFromTheDriver() {
        Playback playback = new Playback("shell.epoch");
        List<String> asked = new ArrayList<>();
        playback.setDriver(new Playback.PlaybackDriver() {
            @Override
            public void stepForward() {
                asked.add("step");
            }

            @Override
            public void reset() {
                asked.add("reset");
            }
        });
        playback.lengthProperty().set(5);
        playback.completedProperty().set(1);
        playback.stepForward();
        assertEquals(1, playback.positionProperty().get());
        playback.stepForward();
        playback.reset();
        assertEquals(List.of("step", "reset"), asked);
        assertEquals(0, playback.positionProperty().get());
    }
}
