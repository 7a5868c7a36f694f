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
 * @param previous the run before; null where there was none
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
        long step,
        double place,
        @Nullable TrainingOutcome outcome,
        @Nullable Refusal refusal) {
    private static final int FEWEST_EPOCHS = 5;

    Picture {
        marks = List.copyOf(marks);
    }

    double rate() {
        return experiment.training().learningRate();
    }

    /** Where the epoch axis ends: at the last epoch asked for, or, for a run that ended before, at the last drawn. */
    int lastEpoch() {
        int asked = experiment.training().epochs();
        if (outcome == null) {
            return Math.max(1, asked);
        }
        int drawn = outcome instanceof TrainingOutcome.Diverged ? outcome.epochs() + 1 : outcome.epochs();
        int before = previous == null ? 0 : previous.curves().lastEpoch();
        return Math.max(1, Math.min(asked, Math.max(FEWEST_EPOCHS, Math.max(drawn, before))));
    }
}
