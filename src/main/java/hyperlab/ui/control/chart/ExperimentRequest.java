package hyperlab.ui.control.chart;

import hyperlab.train.Experiment;
import java.nio.file.Path;
import javafx.event.Event;
import javafx.event.EventType;
import org.jspecify.annotations.Nullable;

/** A request for the window's experiment. Bubbles from a lab up to the root, where the shell handles it. */
public final class ExperimentRequest extends Event {
    public static final EventType<ExperimentRequest> REQUESTED = new EventType<>(Event.ANY, "EXPERIMENT_WANTED");

    private static final long serialVersionUID = 1L;

    private final transient ExperimentReceiver receiver;

    /** Receives the experiment. */
    @FunctionalInterface
    public interface ExperimentReceiver {
        /**
         * Receives the experiment.
         *
         * @param folder the base folder of its relative paths; null for the working directory
         */
        void receive(Experiment experiment, @Nullable Path folder);
    }

    public ExperimentRequest(ExperimentReceiver receiver) {
        super(REQUESTED);
        this.receiver = receiver;
    }

    /** Passes the experiment to the requester. */
    public void reply(Experiment experiment, @Nullable Path folder) {
        receiver.receive(experiment, folder);
    }
}
