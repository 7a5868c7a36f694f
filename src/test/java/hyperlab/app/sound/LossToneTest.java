package hyperlab.app.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sound.sampled.LineUnavailableException;
import org.junit.jupiter.api.Test;

class LossToneTest {
    @Test
    void aTenthOfTheLossIsAFifthLower() {
        assertEquals(LossTone.LOSS_ONE, LossTone.frequency(1), 1e-9);
        // A fifth of equal temperament is seven of twelve semitones: 2^(7/12) = 1.498307.
        assertEquals(1.498307, LossTone.frequency(1) / LossTone.frequency(0.1), 1e-6);
        assertEquals(1.498307, LossTone.frequency(0.05) / LossTone.frequency(0.005), 1e-6);
        assertTrue(LossTone.frequency(0.02) < LossTone.frequency(0.03));
    }

    @Test
    void everyLossCanBeHeard() {
        assertEquals(LossTone.LOWEST, LossTone.frequency(0));
        assertEquals(LossTone.LOWEST, LossTone.frequency(-4));
        assertEquals(LossTone.LOWEST, LossTone.frequency(1e-300));
        assertEquals(LossTone.HIGHEST, LossTone.frequency(Double.POSITIVE_INFINITY));
    }

    @Test
    void theWaveHasThePitchOfItsTarget() {
        ToneWave wave = new ToneWave();
        byte[] second = new byte[2 * ToneWave.RATE];
        wave.fill(second, 440);
        wave.fill(second, 440);
        int crossings = 0;
        for (int i = 2; i + 1 < second.length; i += 2) {
            crossings += sample(second, i - 2) < 0 && sample(second, i) >= 0 ? 1 : 0;
        }
        assertEquals(440, crossings, 1);
    }

    @Test
    void theWaveStartsAndEndsWithoutAClick() {
        ToneWave wave = new ToneWave();
        byte[] buffer = new byte[2 * ToneWave.RATE];
        wave.fill(buffer, 880);
        assertFalse(wave.isSilent());
        int last = sample(buffer, buffer.length - 2);
        wave.fill(buffer, 0);
        assertTrue(wave.isSilent());
        int largest = Math.abs(sample(buffer, 0) - last);
        for (int i = 2; i + 1 < buffer.length; i += 2) {
            largest = Math.max(largest, Math.abs(sample(buffer, i) - sample(buffer, i - 2)));
        }
        // The steepest step of a sine wave is 2πf/rate times its amplitude.
        assertTrue(largest <= 0.18 * Short.MAX_VALUE * 2 * Math.PI * 880 / ToneWave.RATE + 2, "step " + largest);
    }

    private static int sample(byte[] buffer, int at) {
        return (buffer[at] & 0xff) | buffer[at + 1] << Byte.SIZE;
    }

    @Test
    void withoutADeviceItIsSaidOnce() {
        for (Exception reason : List.of(new LineUnavailableException("busy"), new IllegalArgumentException("none"))) {
            AtomicInteger tries = new AtomicInteger();
            AtomicInteger told = new AtomicInteger();
            LossSound sound = new LossSound(
                    (name, work) -> work.run(),
                    () -> {
                        tries.incrementAndGet();
                        if (reason instanceof LineUnavailableException busy) {
                            throw busy;
                        }
                        throw (IllegalArgumentException) reason;
                    },
                    told::incrementAndGet);
            sound.play(OptionalDouble.empty());
            sound.play(OptionalDouble.of(Double.NaN));
            assertEquals(0, tries.get() + told.get(), "no loss makes no sound");
            sound.play(OptionalDouble.of(0.3));
            sound.play(OptionalDouble.of(0.2));
            assertEquals(1, tries.get(), "the device is looked for once");
            sound.retryDevice();
            sound.play(OptionalDouble.of(0.2));
            assertEquals(2, tries.get(), "it may be connected by now");
            assertEquals(1, told.get());
        }
    }
}
