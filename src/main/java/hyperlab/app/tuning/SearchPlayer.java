package hyperlab.app.tuning;

import hyperlab.app.concurrent.Conflator;
import hyperlab.app.concurrent.RateLimiter;
import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.app.control.Playback;
import hyperlab.rule.InvalidInputException;
import hyperlab.tune.Trials;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/**
 * Runs one search at a time on workers. The search runs while the playback is playing, and pauses when its time is up.
 * Late updates from earlier searches are dropped. FX thread only.
 */
final class SearchPlayer {
    private static final int ALL = Integer.MAX_VALUE / 2;
    private static final double NANOS = 1e9;

    private final Playback playback;
    private final TaskExecutor workers;
    private final Executor window;
    private final Consumer<InvalidInputException> refused;
    private final Consumer<Search> told;
    private final DoubleProperty seconds = new SimpleDoubleProperty(this, "seconds", 0);
    private final Conflator<News> news;
    private Search search;
    private Subject subject = new Subject(null);
    private AtomicBoolean cancelled = new AtomicBoolean();
    private @Nullable SearchRun run;
    private long order;

    private record News(long order, Search search) {}

    /**
     * Creates a player for a search that has not started.
     *
     * @param window receives updates: the FX thread
     * @param refused receives errors from searches that cannot run
     * @param told receives the search whenever it changes
     */
    SearchPlayer(
            Playback playback,
            TaskExecutor workers,
            Executor window,
            Consumer<InvalidInputException> refused,
            Search first,
            Consumer<Search> told) {
        this.playback = playback;
        this.workers = workers;
        this.window = window;
        this.refused = refused;
        this.search = first;
        this.told = told;
        news = new Conflator<>(window, this::take);
        playback.playing().addListener((observed, before, now) -> playOrPause(now));
    }

    /** The time limit in seconds after which a search pauses; 0 for no limit. */
    DoubleProperty seconds() {
        return seconds;
    }

    /** The current search. */
    Search search() {
        return search;
    }

    /** Stops the current search and replaces it with {@code first}, without notifying the listener. */
    void take(Search first, Subject newSubject) {
        stop();
        order++;
        run = null;
        search = first;
        subject = newSubject;
    }

    /** Stops the running search. */
    void stop() {
        cancelled.set(true);
    }

    void step() {
        start(1);
    }

    /** Replays the known trials without running new ones. */
    void replay() {
        start(0);
    }

    private void playOrPause(boolean playing) {
        if (!playing) {
            stop();
        } else if (search.state() == Search.State.DONE || isOutOfTime()) {
            playback.playing().set(false);
        } else {
            playback.seek(playback.done().get());
            start(ALL);
        }
    }

    private boolean isOutOfTime() {
        return seconds.get() > 0 && search.seconds() >= seconds.get();
    }

    /** @param most the maximum number of new results; 0 to use only known results */
    private void start(int most) {
        Search before = search;
        if (before.isRunning() || before.state() == Search.State.DONE) {
            return;
        }
        long own = order;
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        SearchRun current = run == null
                ? new SearchRun(
                        before.study(),
                        before.found(),
                        new RateLimiter(playback::unitsPerSecond),
                        now -> news.offer(new News(own, now)))
                : run;
        run = current;
        Subject from = subject;
        double secondsLeft = seconds.get() <= 0 ? Double.POSITIVE_INFINITY : seconds.get() - before.seconds();
        long begun = System.nanoTime();
        stands(before.in(Search.State.RUNNING));
        workers.run("search", () -> {
            try {
                Trials trials = most == 0 ? null : from.trials(before.study());
                current.go(
                        trials,
                        task -> workers.run("trial", task),
                        most,
                        () -> stop.get() || (System.nanoTime() - begun) / NANOS >= secondsLeft);
            } catch (InvalidInputException refusal) {
                window.execute(() -> fail(own, refusal));
            }
        });
    }

    private void fail(long own, InvalidInputException refusal) {
        if (own == order) {
            playback.playing().set(false);
            run = null;
            stands(search.in(Search.State.READY));
            refused.accept(refusal);
        }
    }

    private void take(News heard) {
        if (heard.order() != order) {
            return;
        }
        stands(heard.search());
        if (search.isRunning()) {
            return;
        }
        if (playback.playing().get() && search.state() == Search.State.READY && !isOutOfTime()) {
            start(ALL);
        } else {
            playback.playing().set(false);
        }
    }

    private void stands(Search now) {
        search = now;
        told.accept(now);
    }
}
