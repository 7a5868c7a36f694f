package hyperlab.ui.concurrent;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lab.LabTestWindow;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PeriodicTaskTest {
    @Test
    void ticksUntilClosed() throws InterruptedException {
        CountDownLatch three = new CountDownLatch(3);
        PeriodicTask beat = new PeriodicTask(Duration.ofMillis(1), Runnable::run, three::countDown);
        assertTrue(three.await(LabTestWindow.TIMEOUT_SECONDS, TimeUnit.SECONDS));
        beat.close();
    }

    @Test
    void dropsARunThatWaitsWhenItIsClosed() throws InterruptedException {
        BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
        AtomicBoolean done = new AtomicBoolean();
        PeriodicTask beat = new PeriodicTask(Duration.ofMillis(1), waiting::add, () -> done.set(true));
        Runnable run = waiting.poll(LabTestWindow.TIMEOUT_SECONDS, TimeUnit.SECONDS);
        beat.close();
        assertNotNull(run);
        run.run();
        assertFalse(done.get());
    }

    @Test
    void neverTicksIfClosedImmediately() {
        AtomicBoolean done = new AtomicBoolean();
        new PeriodicTask(Duration.ofDays(1), Runnable::run, () -> done.set(true)).close();
        assertFalse(done.get());
    }
}
