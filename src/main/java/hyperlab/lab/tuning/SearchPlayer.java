package hyperlab.lab.tuning;

import hyperlab.rule.InvalidInputException;
import hyperlab.tune.TrialFactory;
import hyperlab.ui.concurrent.Conflator;
import hyperlab.ui.concurrent.RateLimiter;
import hyperlab.ui.concurrent.TaskExecutor;
import hyperlab.ui.control.playback.Playback;
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
    private final Consumer<InvalidInputException> errorHandler;
    private final Consumer<SearchState> listener;
    private final DoubleProperty seconds = new SimpleDoubleProperty(this, "seconds", 0);
    private final Conflator<SearchUpdate> updates;
    private SearchState search;
    private TrialSource subject = new TrialSource(null);
    private AtomicBoolean cancelled = new AtomicBoolean();
    private @Nullable SearchRun run;
    private long generation;

    private record SearchUpdate(long generation, SearchState search) {}

    /**
     * Creates a player for a search that has not started.
     *
     * @param window receives updates: the FX thread
     * @param errorHandler receives errors from searches that cannot run
     * @param listener receives the search whenever it changes
     */
    SearchPlayer(
            Playback playback,
            TaskExecutor workers,
            Executor window,
            Consumer<InvalidInputException> errorHandler,
            SearchState first,
            Consumer<SearchState> listener) {
        this.playback = playback;
        this.workers = workers;
        this.window = window;
        this.errorHandler = errorHandler;
        this.search = first;
        this.listener = listener;
        updates = new Conflator<>(window, this::take);
        playback.playingProperty().addListener((observed, before, now) -> playOrPause(now));
    }

    /** The time limit in seconds after which a search pauses; 0 for no limit. */
    DoubleProperty secondsProperty() {
        return seconds;
    }

    /** The current search. */
    SearchState search() {
        return search;
    }

    /** Stops the current search and replaces it with {@code first}, without notifying the listener. */
    void take(SearchState first, TrialSource newSubject) {
        stop();
        generation++;
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
        } else if (search.status() == SearchState.SearchStatus.DONE || isOutOfTime()) {
            playback.playingProperty().set(false);
        } else {
            playback.seek(playback.completedProperty().get());
            start(ALL);
        }
    }

    private boolean isOutOfTime() {
        return seconds.get() > 0 && search.seconds() >= seconds.get();
    }

    /** @param maxResults the maximum number of new results; 0 to use only known results */
    private void start(int maxResults) {
        SearchState before = search;
        if (before.isRunning() || before.status() == SearchState.SearchStatus.DONE) {
            return;
        }
        long startGeneration = generation;
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        SearchRun current = run == null
                ? new SearchRun(
                        before.study(),
                        before.results(),
                        before.curves(),
                        new RateLimiter(playback::unitsPerSecond),
                        now -> updates.offer(new SearchUpdate(startGeneration, now)))
                : run;
        run = current;
        TrialSource from = subject;
        double secondsLeft = seconds.get() <= 0 ? Double.POSITIVE_INFINITY : seconds.get() - before.seconds();
        long startNanos = System.nanoTime();
        setSearch(before.withStatus(SearchState.SearchStatus.RUNNING));
        workers.run("search", () -> {
            try {
                TrialFactory trials = maxResults == 0 ? null : from.trials(before.study());
                current.resume(
                        trials,
                        task -> workers.run("trial", task),
                        maxResults,
                        () -> stop.get() || (System.nanoTime() - startNanos) / NANOS >= secondsLeft);
            } catch (InvalidInputException error) {
                window.execute(() -> handleError(startGeneration, error));
            }
        });
    }

    private void handleError(long startGeneration, InvalidInputException error) {
        if (startGeneration == generation) {
            playback.playingProperty().set(false);
            run = null;
            setSearch(search.withStatus(SearchState.SearchStatus.READY));
            errorHandler.accept(error);
        }
    }

    private void take(SearchUpdate update) {
        if (update.generation() != generation) {
            return;
        }
        setSearch(update.search());
        if (search.isRunning()) {
            return;
        }
        if (playback.playingProperty().get() && search.status() == SearchState.SearchStatus.READY && !isOutOfTime()) {
            start(ALL);
        } else {
            playback.playingProperty().set(false);
        }
    }

    private void setSearch(SearchState now) {
        search = now;
        listener.accept(now);
    }
}
