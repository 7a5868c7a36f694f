package hyperlab.app.concurrent;

import hyperlab.train.Study;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Runs one study at a time on a worker and publishes its results, progress and end. Results of an outdated study are
 * never shown. FX thread only.
 *
 * @param <R> the type of one result
 */
public final class StudyRun<R> {
    private final String name;
    private final Runner workers;
    private final ReadOnlyObjectWrapper<Found<R>> found =
            new ReadOnlyObjectWrapper<>(this, "found", new Found<>(State.NONE, List.of(), 0));
    private final AtomicLong newest = new AtomicLong();
    private final Latest<News<R>> news;
    private @Nullable Object subject;

    /** The state of a study. */
    public enum State {
        /** Not started, or outdated. */
        NONE,
        RUNNING,
        /** Stopped before it was complete. */
        STOPPED,
        DONE
    }

    /**
     * The current state and results.
     *
     * @param results the results so far
     * @param share completed fraction of the work, 0 … 1
     */
    public record Found<R>(State state, List<R> results, double share) {
        public boolean isRunning() {
            return state == State.RUNNING;
        }
    }

    private record News<R>(long order, List<R> results, double share, boolean ended) {}

    /** @param name name of the worker's thread */
    public StudyRun(String name, Runner workers, Executor window) {
        this.name = name;
        this.workers = workers;
        news = new Latest<>(window, this::take);
    }

    public ReadOnlyObjectProperty<Found<R>> found() {
        return found.getReadOnlyProperty();
    }

    /** Starts a study, replacing the previous one. */
    public void start(Study<R> study) {
        long order = newest.incrementAndGet();
        found.set(new Found<>(State.RUNNING, List.of(), 0));
        workers.run(name, () -> work(study, order));
    }

    private void work(Study<R> study, long order) {
        News<R> none = new News<>(order, List.of(), 0, false);
        AtomicReference<News<R>> last = new AtomicReference<>(none);
        try {
            study.run(
                    (results, share) -> {
                        News<R> heard = new News<>(order, results, share, false);
                        last.set(heard);
                        news.offer(heard);
                    },
                    () -> newest.get() != order || Thread.currentThread().isInterrupted());
        } finally {
            News<R> heard = Objects.requireNonNullElse(last.get(), none);
            news.offer(new News<>(order, heard.results(), heard.share(), true));
        }
    }

    private void take(News<R> heard) {
        if (heard.order() == newest.get()) {
            State state = !heard.ended() ? State.RUNNING : heard.share() >= 1 ? State.DONE : State.STOPPED;
            found.set(new Found<>(state, heard.results(), heard.share()));
        }
    }

    /** Stops the study; its results so far are kept. */
    public void stop() {
        newest.incrementAndGet();
        Found<R> known = found.get();
        if (known.isRunning()) {
            found.set(new Found<>(State.STOPPED, known.results(), known.share()));
        }
    }

    /** Sets the subject of the study. A new subject stops the running study and clears its results. */
    public void about(Object newSubject) {
        if (!Objects.equals(subject, newSubject)) {
            subject = newSubject;
            newest.incrementAndGet();
            found.set(new Found<>(State.NONE, List.of(), 0));
        }
    }
}
