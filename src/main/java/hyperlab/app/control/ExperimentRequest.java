package hyperlab.app.control;

import hyperlab.train.Experiment;
import java.nio.file.Path;
import javafx.event.Event;
import javafx.event.EventType;
import org.jspecify.annotations.Nullable;

/** Someone wants the experiment that the window holds. Rises from a lab to the root, where the shell answers it. */
public final class ExperimentRequest extends Event {
    public static final EventType<ExperimentRequest> WANTED = new EventType<>(Event.ANY, "EXPERIMENT_WANTED");

    private static final long serialVersionUID = 1L;

    private final transient Taker taker;

    /** Is given the experiment. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes it.
         *
         * @param folder where its paths start; null for the working directory
         */
        void take(Experiment experiment, @Nullable Path folder);
    }

    public ExperimentRequest(Taker taker) {
        super(WANTED);
        this.taker = taker;
    }

    /** Hands the experiment to whoever wanted it. */
    public void answer(Experiment experiment, @Nullable Path folder) {
        taker.take(experiment, folder);
    }
}
