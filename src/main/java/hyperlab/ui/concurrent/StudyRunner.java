package hyperlab.ui.concurrent;

import hyperlab.train.IncrementalStudy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
public final class StudyRunner<R> {
    private final String name;
    private final TaskExecutor executor;
    private final ReadOnlyObjectWrapper<StudyStatus<R>> status =
            new ReadOnlyObjectWrapper<>(this, "status", new StudyStatus<>(StudyState.NONE, List.of(), 0));
    private final AtomicLong currentId = new AtomicLong();
    private final Conflator<StudyUpdate<R>> updates;
    private final Map<Object, StudyStatus<R>> remembered = new LinkedHashMap<>();
    private int maxRemembered;
    private @Nullable Object subject;

    /** The state of a study. */
    public enum StudyState {
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
    public record StudyStatus<R>(StudyState state, List<R> results, double share) {
        public boolean isRunning() {
            return state == StudyState.RUNNING;
        }
    }

    private record StudyUpdate<R>(long id, List<R> results, double share, boolean ended) {}

    /** @param name name of the worker's thread */
    public StudyRunner(String name, TaskExecutor executor, Executor fxExecutor) {
        this.name = name;
        this.executor = executor;
        updates = new Conflator<>(fxExecutor, this::handleUpdate);
    }

    /**
     * Keeps the results of the studies of other subjects that are complete, so that they are shown again when their
     * subject is, for example after undo.
     *
     * @param count the number of subjects to remember
     */
    public StudyRunner<R> remembering(int count) {
        maxRemembered = count;
        return this;
    }

    public ReadOnlyObjectProperty<StudyStatus<R>> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Starts a study, replacing the previous one. */
    public void start(IncrementalStudy<R> study) {
        long id = currentId.incrementAndGet();
        status.set(new StudyStatus<>(StudyState.RUNNING, List.of(), 0));
        executor.run(name, () -> work(study, id));
    }

    private void work(IncrementalStudy<R> study, long id) {
        StudyUpdate<R> none = new StudyUpdate<>(id, List.of(), 0, false);
        AtomicReference<StudyUpdate<R>> last = new AtomicReference<>(none);
        try {
            study.run(
                    (results, share) -> {
                        StudyUpdate<R> update = new StudyUpdate<>(id, results, share, false);
                        last.set(update);
                        offer(update);
                    },
                    () -> currentId.get() != id || Thread.currentThread().isInterrupted());
        } finally {
            StudyUpdate<R> update = Objects.requireNonNullElse(last.get(), none);
            offer(new StudyUpdate<>(id, update.results(), update.share(), true));
        }
    }

    /**
     * Only the newest update is kept, so the late end of an outdated study must not replace that of the current one.
     */
    private synchronized void offer(StudyUpdate<R> update) {
        if (update.id() == currentId.get()) {
            updates.offer(update);
        }
    }

    private void handleUpdate(StudyUpdate<R> update) {
        if (update.id() == currentId.get()) {
            StudyState state =
                    !update.ended() ? StudyState.RUNNING : update.share() >= 1 ? StudyState.DONE : StudyState.STOPPED;
            status.set(new StudyStatus<>(state, update.results(), update.share()));
        }
    }

    /** Stops the study; its results so far are kept. */
    public void stop() {
        currentId.incrementAndGet();
        StudyStatus<R> current = status.get();
        if (current.isRunning()) {
            status.set(new StudyStatus<>(StudyState.STOPPED, current.results(), current.share()));
        }
    }

    /**
     * Sets the subject of the study. A new subject stops the running study and clears its results, unless results of
     * the new subject are remembered.
     */
    public void setSubject(Object newSubject) {
        if (!Objects.equals(subject, newSubject)) {
            remember();
            subject = newSubject;
            currentId.incrementAndGet();
            status.set(Objects.requireNonNullElse(
                    remembered.get(newSubject), new StudyStatus<>(StudyState.NONE, List.of(), 0)));
        }
    }

    private void remember() {
        if (maxRemembered > 0 && subject != null && status.get().state() == StudyState.DONE) {
            remembered.remove(subject);
            remembered.put(subject, status.get());
            while (remembered.size() > maxRemembered) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
    }

    /** Stops the study and forgets its results. */
    public void clear() {
        if (subject != null) {
            remembered.remove(subject);
        }
        currentId.incrementAndGet();
        status.set(new StudyStatus<>(StudyState.NONE, List.of(), 0));
    }
}
