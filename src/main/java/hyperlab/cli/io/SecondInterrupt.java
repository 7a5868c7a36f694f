package hyperlab.cli.io;

import java.lang.reflect.Proxy;

/**
 * Handles Ctrl-C while the program is already shutting down. Java has no supported way to do that, so this uses
 * {@code sun.misc.Signal} by reflection; without that class, a further Ctrl-C has no effect.
 */
final class SecondInterrupt {
    private SecondInterrupt() {}

    /** Runs {@code action} at each Ctrl-C from now on. */
    static void handle(Runnable action) {
        handle("INT", action);
    }

    static void handle(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        action.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ReflectiveOperationException | IllegalArgumentException unsupported) {
            return;
        }
    }
}
