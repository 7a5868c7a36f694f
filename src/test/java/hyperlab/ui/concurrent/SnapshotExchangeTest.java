package hyperlab.ui.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SnapshotExchangeTest {
    @Test
    void servesImmediatelyWithoutAWorkerAndOtherwiseBetweenSteps() throws InterruptedException {
        SnapshotExchange<String> exchange = new SnapshotExchange<>();
        assertEquals(Optional.of("idle"), exchange.requestSnapshot(() -> "idle"));
        assertEquals(Optional.empty(), exchange.requestSnapshot(() -> null));
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
        Thread busy = new Thread(() -> exchange.runExclusively(() -> {
            begun.countDown();
            while (!over.get()) {
                exchange.serveRequest(() -> "between");
                Thread.onSpinWait();
            }
        }));
        busy.start();
        begun.await();
        assertEquals(Optional.of("between"), exchange.requestSnapshot(() -> "idle"));
        over.set(true);
        busy.join();
        assertTrue(exchange.requestSnapshot(() -> "idle").isPresent());
    }
}
