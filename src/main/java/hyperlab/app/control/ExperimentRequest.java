package hyperlab.app.control;

import hyperlab.train.Experiment;
import java.nio.file.Path;
import javafx.event.Event;
import javafx.event.EventType;
import org.jspecify.annotations.Nullable;

/** A request for the window's experiment. Bubbles from a lab up to the root, where the shell handles it. */
public final class ExperimentRequest extends Event {
    public static final EventType<ExperimentRequest> WANTED = new EventType<>(Event.ANY, "EXPERIMENT_WANTED");

    private static final long serialVersionUID = 1L;

    private final transient Taker taker;

    /** Receives the experiment. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Receives the experiment.
         *
         * @param folder the base folder of its relative paths; null for the working directory
         */
        void take(Experiment experiment, @Nullable Path folder);
    }

    public ExperimentRequest(Taker taker) {
        super(WANTED);
        this.taker = taker;
    }

    /** Passes the experiment to the requester. */
    public void answer(Experiment experiment, @Nullable Path folder) {
        taker.take(experiment, folder);
    }
}
