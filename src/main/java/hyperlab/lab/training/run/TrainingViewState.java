package hyperlab.lab.training.run;

import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of the stage at one moment.
 *
 * @param experiment the experiment that the run started with, with the changes it has applied since
 * @param markers the changes made during training
 * @param facts null until the data have been read
 * @param reading the numbers at the play head; null until the data have been read
 * @param reference the run that this one is compared with; null if there is none
 * @param runs the runs whose curves are drawn, in order
 * @param cursor the epoch under the pointer; null if it is on no chart
 * @param step optimizer steps so far
 * @param epochPosition finished epochs, including the fraction of the current one
 * @param outcome null while training can continue
 * @param error why there is no run; null if there is one
 */
public record TrainingViewState(
        Experiment experiment,
        List<ChangeMarker> markers,
        @Nullable RunFacts facts,
        @Nullable PlayheadReading reading,
        @Nullable ReferenceRun reference,
        List<DisplayedRun> runs,
        @Nullable Integer cursor,
        long step,
        double epochPosition,
        @Nullable TrainingOutcome outcome,
        @Nullable InvalidInputException error) {
    private static final int MIN_EPOCHS = 5;

    public TrainingViewState {
        markers = List.copyOf(markers);
        runs = List.copyOf(runs);
    }

    double learningRate() {
        return experiment.training().learningRate();
    }

    /** The first run that reproduces a TensorFlow Playground link; null if there is none. */
    public @Nullable DisplayedRun playgroundRun() {
        return runs.stream().filter(run -> run.run().isPlayground()).findFirst().orElse(null);
    }

    /**
     * The upper end of the epoch axis while training: see {@link EpochAxis}. Once the run has ended, the last epoch
     * drawn.
     */
    public int lastEpoch() {
        int others = runs.stream()
                .filter(run -> !run.live())
                .mapToInt(run -> run.run().history().lastEpoch())
                .max()
                .orElse(0);
        return Math.max(ownLastEpoch(), others);
    }

    /** The same for the live run alone. */
    public int ownLastEpoch() {
        int requestedEpochs = experiment.training().epochs();
        if (outcome == null) {
            boolean withSeeds = runs.stream().anyMatch(run -> run.seeds() != null);
            return withSeeds ? Math.max(1, requestedEpochs) : EpochAxis.end(requestedEpochs, epochPosition);
        }
        int lastDrawn = outcome instanceof TrainingOutcome.Diverged ? outcome.epochs() + 1 : outcome.epochs();
        int shown = Math.min(requestedEpochs, Math.max(MIN_EPOCHS, lastDrawn));
        return Math.max(1, shown);
    }
}
