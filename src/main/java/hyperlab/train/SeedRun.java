package hyperlab.train;

import java.util.List;

/**
 * What one run of a {@link SeedStudy} came to.
 *
 * @param subject which of the study's experiments it is of, from 0
 * @param seed which of the seeds, from 0
 * @param rows its reports, at most {@link SeedStudy#MOST_ROWS}: every epoch, or every so manieth and the last
 * @param resulting the report of the weights that stand for it: the best epoch's with patience, else the last
 * @param outcome how it ended
 */
public record SeedRun(int subject, int seed, List<EpochReport> rows, EpochReport resulting, TrainingOutcome outcome) {
    public SeedRun {
        rows = List.copyOf(rows);
    }

    public boolean hasDiverged() {
        return outcome instanceof TrainingOutcome.Diverged;
    }
}
