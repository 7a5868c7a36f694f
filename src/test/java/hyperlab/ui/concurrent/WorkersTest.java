package hyperlab.ui.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lab.LabTestWindow;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(LabTestWindow.TIMEOUT_SECONDS)
class WorkersTest {
    private final BlockingQueue<Throwable> faults = new LinkedBlockingQueue<>();
    private final Workers workers = new Workers((thread, fault) -> faults.add(fault));

    @Test
    void tasksRunOnANamedDaemonThread() throws InterruptedException {
        BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        workers.run("training", () -> threads.add(Thread.currentThread()));
        Thread thread = threads.take();
        assertEquals("hyperlab-training", thread.getName());
        assertTrue(thread.isDaemon());
    }

    @Test
    void closingInterruptsAndWaits() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        workers.run("endless", () -> {
            started.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            ended.set(true);
        });
        assertTrue(started.await(LabTestWindow.TIMEOUT_SECONDS, TimeUnit.SECONDS));
        workers.close();
        assertTrue(ended.get());
        assertFalse(workers.isBusy());
    }

    @Test
    void nothingStartsAfterClosing() {
        workers.close();
        AtomicBoolean ran = new AtomicBoolean();
        workers.run("late", () -> ran.set(true));
        assertFalse(workers.isBusy());
        assertFalse(ran.get());
    }

    @Test
    void uncaughtExceptionsGoToTheSingleHandler() throws InterruptedException {
        workers.run("faulty", () -> {
            throw new IllegalStateException("unforeseen");
        });
        assertEquals("unforeseen", faults.take().getMessage());
    }
}
