package hyperlab.app.training;

import hyperlab.rule.Refusal;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is on stage at one moment.
 *
 * @param experiment what the run was started with, but with the learning rate and batch size of now
 * @param curves as far as the run has come
 * @param marks what was changed while it trained
 * @param facts null until the data are read
 * @param reading the numbers at the play head; null until the data are read
 * @param previous the run that this one is compared with; null where there is none
 * @param runs those whose curves are drawn, in their order
 * @param cursor the epoch where the pointer is; null where it is on no chart
 * @param step optimizer steps so far
 * @param place finished epochs with the part of the one under way
 * @param outcome null while there is more to train
 * @param refusal why there is no run; null where there is one
 */
record Picture(
        Experiment experiment,
        Curves curves,
        List<Mark> marks,
        @Nullable RunFacts facts,
        @Nullable Reading reading,
        @Nullable Previous previous,
        List<ShownRun> runs,
        @Nullable Integer cursor,
        long step,
        double place,
        @Nullable TrainingOutcome outcome,
        @Nullable Refusal refusal) {
    private static final int FEWEST_EPOCHS = 5;

    Picture {
        marks = List.copyOf(marks);
        runs = List.copyOf(runs);
    }

    double rate() {
        return experiment.training().learningRate();
    }

    /** The first of those runs that are of a TensorFlow Playground link; null where there is none. */
    @Nullable
    ShownRun original() {
        return runs.stream().filter(run -> run.run().isOriginal()).findFirst().orElse(null);
    }

    /** Where the epoch axis ends: see {@link EpochAxis}; of runs that ended before, at the last drawn. */
    int lastEpoch() {
        int asked = experiment.training().epochs();
        int others = runs.stream()
                .filter(run -> !run.live())
                .mapToInt(run -> run.run().history().curves().lastEpoch())
                .max()
                .orElse(0);
        if (outcome == null) {
            boolean withSeeds = runs.stream().anyMatch(run -> run.seeds() != null);
            return Math.max(others, withSeeds ? Math.max(1, asked) : EpochAxis.end(asked, place));
        }
        int drawn = outcome instanceof TrainingOutcome.Diverged ? outcome.epochs() + 1 : outcome.epochs();
        int shown = Math.min(asked, Math.max(FEWEST_EPOCHS, drawn));
        return Math.max(1, Math.max(shown, others));
    }
}
