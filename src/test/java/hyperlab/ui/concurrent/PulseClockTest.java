package hyperlab.ui.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.ui.WindowTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@WindowTest
class PulseClockTest {
    private final List<Double> told = new ArrayList<>();
    private final PulseClock clock = new PulseClock(told::add);

    private void pulses(long... millis) {
        LongStream.of(millis).forEach(time -> clock.tick(time * 1_000_000));
    }

    @Test
    void reportsTimeSinceThePreviousPulse() {
        pulses(1000, 1016, 1033);
        assertEquals(List.of(0.016, 0.017), told);
    }

    @Test
    void mergesRapidPulsesIntoTheNext() {
        pulses(1000, 1008, 1016, 1024, 1036, 1044);
        assertEquals(List.of(0.016, 0.02), told);
    }

    @Test
    void doesNotCatchUpAfterAPause() {
        pulses(1000, 9000, 9020);
        assertEquals(List.of(0.25, 0.02), told);
    }
}
