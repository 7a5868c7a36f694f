package hyperlab.app.descent;

import hyperlab.descent.DescentSetup;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks races: short ones at once, long ones on a worker. While one is being walked, of all that are asked for in the
 * meantime only the newest follows.
 */
final class RaceRunner {
    /** Steps of all racers together that are walked within a millisecond or two. */
    private static final int SHORT = 20_000;

    private final Executor worker;
    private final Executor window;
    private final Consumer<Race> taker;
    private final AtomicReference<@Nullable Order> next = new AtomicReference<>();
    private long ordered;
    private long taken;

    RaceRunner(Executor worker, Executor window, Consumer<Race> taker) {
        this.worker = worker;
        this.window = window;
        this.taker = taker;
    }

    private record Order(DescentSetup setup, long number) {}

    /** Hands the race to the taker, now or later, unless a newer one is taken before. Window's thread alone. */
    void run(DescentSetup setup) {
        ordered++;
        if (setup.steps() * setup.racers().size() <= SHORT) {
            next.set(null);
            taken = ordered;
            taker.accept(Race.of(setup));
        } else if (next.getAndSet(new Order(setup, ordered)) == null) {
            worker.execute(this::walkNext);
        }
    }

    private void walkNext() {
        Order order = next.getAndSet(null);
        if (order != null) {
            Race race = Race.of(order.setup());
            window.execute(() -> {
                if (order.number() > taken) {
                    taken = order.number();
                    taker.accept(race);
                }
            });
        }
    }
}
