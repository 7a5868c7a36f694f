package hyperlab.app.sound;

import hyperlab.ui.concurrent.TaskExecutor;
import java.lang.System.Logger.Level;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/**
 * Plays a tone that follows a loss. Without a sound device it stays silent and says so once. FX thread only; a worker
 * plays.
 */
public final class LossSound {
    private static final System.Logger LOG = System.getLogger(LossSound.class.getName());
    private static final AudioFormat FORMAT = new AudioFormat(ToneWave.RATE, Short.SIZE, 1, true, false);
    /** About 23 ms. */
    private static final int BUFFER_BYTES = 1024;

    private static final int LINE_BYTES = 4 * BUFFER_BYTES;

    private final TaskExecutor workers;
    private final LineSource lines;
    private final AtomicBoolean playing = new AtomicBoolean();
    private final Runnable unavailableListener;
    private final AtomicBoolean reported = new AtomicBoolean();
    private volatile double target;
    private volatile boolean unavailable;

    /** Opens the line to the sound device. */
    @FunctionalInterface
    interface LineSource {
        /**
         * Returns a line that is not open yet.
         *
         * @throws LineUnavailableException if another program has the device
         * @throws IllegalArgumentException if there is no device
         */
        SourceDataLine line() throws LineUnavailableException;
    }

    /** @param unavailableListener says that there is no sound; called on a worker, at most once */
    public LossSound(TaskExecutor workers, Runnable unavailableListener) {
        this(workers, () -> AudioSystem.getSourceDataLine(FORMAT), unavailableListener);
    }

    LossSound(TaskExecutor workers, LineSource lines, Runnable unavailableListener) {
        this.workers = workers;
        this.lines = lines;
        this.unavailableListener = unavailableListener;
    }

    /** Looks for the device again: it may have been connected, or another program may have returned it. */
    public void retryDevice() {
        unavailable = false;
    }

    /** Lets the tone glide to the pitch of a loss; fades out if there is none. */
    public void play(OptionalDouble loss) {
        target = loss.isPresent() && !Double.isNaN(loss.getAsDouble()) ? LossTone.frequency(loss.getAsDouble()) : 0;
        if (target > 0 && !unavailable && playing.compareAndSet(false, true)) {
            workers.run("sound", this::playUntilSilent);
        }
    }

    /** Fades out. */
    public void stop() {
        target = 0;
    }

    private void playUntilSilent() {
        try (SourceDataLine line = lines.line()) {
            line.open(FORMAT, LINE_BYTES);
            line.start();
            ToneWave wave = new ToneWave();
            byte[] buffer = new byte[BUFFER_BYTES];
            do {
                wave.fill(buffer, target);
                line.write(buffer, 0, buffer.length);
            } while (target > 0 || !wave.isSilent());
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException reason) {
            unavailable = true;
            LOG.log(Level.DEBUG, "There is no sound: {0}", reason.getMessage());
            if (reported.compareAndSet(false, true)) {
                unavailableListener.run();
            }
        } finally {
            playing.set(false);
        }
    }
}
