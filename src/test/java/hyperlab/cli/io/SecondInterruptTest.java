package hyperlab.cli.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SecondInterruptTest {
    /** Another signal than that of Ctrl-C, which a process that was started in the background ignores. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void signalRunsTheAction() throws ReflectiveOperationException, InterruptedException {
        CountDownLatch handled = new CountDownLatch(1);
        SecondInterrupt.handle("USR1", handled::countDown);
        Class<?> signal = Class.forName("sun.misc.Signal");
        signal.getMethod("raise", signal)
                .invoke(null, signal.getConstructor(String.class).newInstance("USR1"));
        assertTrue(handled.await(60, TimeUnit.SECONDS));
    }

    @Test
    void signalThatCannotBeHandledHasNoEffect() {
        AtomicInteger calls = new AtomicInteger();
        SecondInterrupt.handle("NONE", calls::incrementAndGet);
        assertEquals(0, calls.get());
    }
}
