package hyperlab.app;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/** Reads what is on the screen. Used from one thread, which is not the FX thread. */
final class ScreenReader {
    private static final long STABLE_MILLIS = 100;
    private static final long TIMEOUT_NANOS = 3_000_000_000L;
    /** Pause between two readings, so that reading leaves the two cores free for drawing. */
    private static final long PAUSE_NANOS = 500_000;

    private final Robot robot = new Robot();

    ScreenReader() throws AWTException {}

    /**
     * Returns the milliseconds from a change, which runs on the FX thread, until a region of the screen looks
     * different.
     */
    double millisUntilChanged(Rectangle region, Runnable change) throws InterruptedException {
        int[] before = stablePixels(region);
        AtomicLong start = new AtomicLong();
        Platform.runLater(() -> {
            start.set(System.nanoTime());
            change.run();
        });
        // What is drawn before the change begins belongs to the earlier state.
        while (start.get() == 0) {
            int[] now = read(region);
            // A reading that ends later may already have the new picture, and would wait for another one in vain.
            if (start.get() == 0) {
                before = now;
            }
        }
        long deadline = System.nanoTime() + TIMEOUT_NANOS;
        while (Arrays.equals(read(region), before) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return (System.nanoTime() - start.get()) / 1e6;
    }

    /** Returns the pixels on the screen once they have not changed for a while. */
    private int[] stablePixels(Rectangle region) throws InterruptedException {
        int[] last = read(region);
        long since = System.currentTimeMillis();
        while (System.currentTimeMillis() - since < STABLE_MILLIS) {
            // Out of step with the pulses.
            Thread.sleep(9);
            int[] now = read(region);
            if (!Arrays.equals(now, last)) {
                last = now;
                since = System.currentTimeMillis();
            }
        }
        return last;
    }

    private int[] read(Rectangle region) {
        BufferedImage image = robot.createScreenCapture(region);
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
