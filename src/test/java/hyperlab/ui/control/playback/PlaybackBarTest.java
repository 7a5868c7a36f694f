package hyperlab.ui.control.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaybackBarTest {
    /** 120 positions stand for −6 … 6 in steps of 0.1: labels at −6, −3, 0, 3 and 6. */
    @ParameterizedTest
    @CsvSource({"20, 5", "30, 10", "40, 10", "100, 20", "120, 30", "24, 6", "169, 50", "7, 2", "1, 1"})
    void labelsAreRoundAndReachTheEndIfTheyCan(int length, int step) {
        assertEquals(step, PlaybackBar.labelStep(length));
    }
}
