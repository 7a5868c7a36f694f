package hyperlab.cli.io;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class InterruptHandlerTest {
    @Test
    void completedWorkLeavesNoShutdownHook() {
        InterruptHandler handler = new InterruptHandler();
        handler.listen();
        assertFalse(handler.isRequested());
        assertThrows(IllegalArgumentException.class, handler::listen, "it is registered");
        handler.complete(0);
        handler.listen();
        handler.complete(0);
        assertFalse(handler.isRequested());
    }
}
