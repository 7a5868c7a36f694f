package hyperlab.ui.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(15)
class BackgroundWorkTest {
    @Test
    void othersGoOnMeanwhileAndThenWait() {
        CountDownLatch wentOn = new CountDownLatch(1);
        AtomicReference<String> result = new AtomicReference<>("unfinished");
        BackgroundWork work = new BackgroundWork("loading", () -> {
            assertTrue(awaited(wentOn));
            result.set(Thread.currentThread().getName());
        });
        wentOn.countDown();
        work.await();
        assertEquals("hyperlab-loading", result.get());
    }

    @Test
    void nobodyWaitsForeverAfterAFailure() {
        BackgroundWork work = new BackgroundWork("failing", () -> {
            throw new IllegalStateException("planted");
        });
        work.await();
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void anInterruptedThreadDoesNotWait() {
        CountDownLatch never = new CountDownLatch(1);
        BackgroundWork work = new BackgroundWork("endless", () -> awaited(never));
        Thread.currentThread().interrupt();
        work.await();
        assertTrue(Thread.interrupted());
        never.countDown();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
