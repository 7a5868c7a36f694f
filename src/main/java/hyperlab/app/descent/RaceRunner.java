package hyperlab.app.descent;

import hyperlab.descent.DescentSetup;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final AtomicBoolean walking = new AtomicBoolean();
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
        } else {
            next.set(new Order(setup, ordered));
            if (walking.compareAndSet(false, true)) {
                worker.execute(this::walkAll);
            }
        }
    }

    /** Walks until nothing more is asked for; one that is asked for at the very end finds either this or a new worker. */
    private void walkAll() {
        do {
            try {
                walkNext();
            } finally {
                walking.set(false);
            }
        } while (next.get() != null && walking.compareAndSet(false, true));
    }

    private void walkNext() {
        for (Order order = next.getAndSet(null); order != null; order = next.getAndSet(null)) {
            take(order);
        }
    }

    private void take(Order order) {
        Race race = Race.of(order.setup());
        window.execute(() -> {
            if (order.number() > taken) {
                taken = order.number();
                taker.accept(race);
            }
        });
    }
}
